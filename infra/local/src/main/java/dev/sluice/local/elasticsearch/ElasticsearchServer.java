package dev.sluice.local.elasticsearch;

import dev.sluice.local.address.Addresses;
import dev.sluice.local.address.Slot;
import dev.sluice.local.aot.AotCache;
import dev.sluice.local.aot.AotCaches;
import dev.sluice.local.home.Home;
import dev.sluice.local.process.HttpCheck;
import dev.sluice.local.process.JavaCommand;
import dev.sluice.local.process.Program;
import dev.sluice.local.process.Server;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** One Elasticsearch node. */
public final class ElasticsearchServer implements Server {

    private final Home home;
    private final Addresses addresses;
    private final AotCaches caches;
    private final Layout layout;
    private final HttpCheck http = new HttpCheck();

    public ElasticsearchServer(Home home, Addresses addresses, AotCaches caches) {
        this.home = home;
        this.addresses = addresses;
        this.caches = caches;
        this.layout = new Layout(home, addresses);
    }

    @Override
    public String name() {
        return "elasticsearch";
    }

    @Override
    public int port() {
        return addresses.port(Slot.ELASTICSEARCH);
    }

    @Override
    public Program program() throws IOException {
        layout.write();
        return new Program(
                new JavaCommand()
                        .with(cache().orElseThrow().options())
                        .with("-Xms256m", "-Xmx512m", "-Xss1m", "-XX:+UseG1GC")
                        .with("-Djava.io.tmpdir=" + layout.directory("tmp"))
                        .with("-Des.nativelibs.path=" + layout.directory("lib"))
                        .with("-Des.distribution.type=tar", "-Des.networkaddress.cache.ttl=60")
                        .with("-Dorg.elasticsearch.nativeaccess.enableVectorLibrary=false")
                        .with("-Dio.netty.noUnsafe=true", "-Dio.netty.noKeySetOptimization=true")
                        .with("-Dio.netty.recycler.maxCapacityPerThread=0")
                        .with("-Dlog4j.shutdownHookEnabled=false", "-Dlog4j2.disable.jmx=true")
                        .with(lucene("codecs.lucene99"), lucene("internal.vectorization"))
                        .with("--enable-native-access=org.elasticsearch.foreign,org.elasticsearch.nativeaccess")
                        .with("--enable-native-access=org.apache.lucene.core")
                        .with("--add-modules=jdk.incubator.vector,jdk.net,jdk.management.agent,ALL-MODULE-PATH")
                        .with("-p", layout.modulePath())
                        .with("-cp", layout.node().toString(), "dev.sluice.elasticsearch.Main")
                        .with(home.data(name()).toString())
                        .build(),
                Map.of(),
                home.data(name()),
                home.log(name()),
                Duration.ofSeconds(25));
    }

    @Override
    public Optional<AotCache> cache() throws IOException {
        return Optional.of(caches.of(
                name(),
                home.target("infra/runtime/elasticsearch").resolve("lib"),
                home.target("infra/elasticsearch-node")));
    }

    @Override
    public void check(long pid) throws IOException, InterruptedException {
        String url = "http://127.0.0.1:" + port();
        if (!layout.nodeName().equals(http.get(url + "/").path("name").asString())) {
            throw new IOException("another Elasticsearch node answers on its port");
        }
        String status = http.get(url + "/_cluster/health").path("status").asString();
        if (status.equals("red")) {
            throw new IOException("the cluster is red");
        }
    }

    private static String lucene(String packageName) {
        return "--add-opens=org.apache.lucene.core/org.apache.lucene." + packageName + "=org.elasticsearch.server";
    }
}
