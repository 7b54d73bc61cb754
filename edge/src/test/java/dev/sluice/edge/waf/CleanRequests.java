package dev.sluice.edge.waf;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

/** What honest clients send to our API: other words each time, and always the same ones for the same seed. */
public final class CleanRequests {
    private static final List<String> NAMES = List.of(
            "Siobhán O'Brien",
            "D'Arcy Wu",
            "Jean-Luc d'Or",
            "Null Island",
            "Robert \"Bobby\" Tables",
            "Anna van der Select",
            "Union Jack Smith",
            "Droptable Jones",
            "María-José Núñez",
            "Łukasz Żółć",
            "Jürgen Groß",
            "山田 太郎",
            "Σωκράτης",
            "Mary-Ann St. John",
            "O’Neill & Sons",
            "Sir Exec Cute",
            "Eve Al",
            "Pat And-Or",
            "Grant Update",
            "Sleep Hollow",
            "Alter Table-Smith",
            "Script Writer",
            "Cat Stevens",
            "Bash O'Shell",
            "Perl Buck",
            "Ruby Wax",
            "Node Black",
            "Java Jones",
            "Curl E. Hair",
            "Mr. Eval Uate",
            "Ping Li",
            "Sh. Who",
            "N'Golo Kanté",
            "L'Oréal Ltd.",
            "C&A",
            "H&M + Co.");

    private static final List<String> STREETS = List.of(
            "Flat 2/14, 5 King's Road",
            "12-14 Union Street",
            "c/o O'Malley; 3rd floor",
            "1 Select Drive",
            "Rue de l'Église 7 bis",
            "Königstraße 10/12",
            "10 Drop Lane (rear)",
            "PO Box 1=1 House",
            "The Old Post Office, 2 & 3 Order-by Close",
            "#5, 99 And Or Court",
            "Unit 7 | Gate B",
            "5½ Script Walk",
            "Etc House, 1 Bin Yard",
            "221B Baker St. -- top bell");

    private static final List<String> PRODUCTS = List.of(
            "WHITE HANGING HEART T-LIGHT HOLDER",
            "SET OF 3 CAKE TINS PANTRY DESIGN",
            "UNION JACK MUG",
            "DROP-LEAF TABLE & 2 CHAIRS",
            "SET/10 RED POLKADOT PARTY CANDLES",
            "3 PIECE SPACEBOY COOKIE CUTTER SET",
            "DOORMAT UNION FLAG",
            "RETROSPOT TEA SET CERAMIC 11 PC",
            "WOOD S/3 CABINET ANT WHITE FINISH",
            "POPPY'S PLAYHOUSE BEDROOM",
            "CREAM CUPID HEARTS COAT HANGER",
            "MINI PAINT SET VINTAGE",
            "PACK OF 72 RETROSPOT CAKE CASES",
            "60 TEATIME FAIRY CAKE CASES",
            "Please one person metal sign",
            "NO SINGING METAL SIGN",
            "CHILLI LIGHTS (STRING OF 20)",
            "HEART OF WICKER, LARGE/SMALL",
            "Enamel Mug, Navy Rim",
            "Stoneware Cereal Bowl, Oatmeal",
            "\"ALERT\" (RED) BELL",
            "12\" x 8\" x 4\" STORAGE BOX",
            "SALT & PEPPER MILL",
            "ROCK 'N' ROLL POSTER",
            "100% COTTON T-SHIRT",
            "JavaScript: The Good Parts",
            "Learning SQL: SELECT, INSERT, UPDATE & DELETE",
            "C++ in a Nutshell",
            "Cat & Dog bowls; set of 2",
            "Python (and other snakes) puzzle",
            "Java coffee beans, 1 kg",
            "A <3 MUG",
            "LOVE > HATE CUSHION",
            "WINDOW BOX 80x20",
            "Body lotion 2-for-1",
            "The 'Select' range: oak table",
            "EMERGENCY EXIT SIGN -- LEFT",
            "KEEP CALM AND CARRY ON",
            "OR TEA? EARL GREY",
            "*USB OFFICE MIRROR BALL",
            "?? missing",
            "wrongly marked. 23343 in box",
            "printing smudges/thrown away",
            "amazon sold set*2 as single",
            "SCRIPT FONT STENCIL A-Z");

    private static final List<String> SENTENCES = List.of(
            "Please select a union jack mug from the table and order by Friday.",
            "Drop it in the basket; update your address and delete the old one.",
            "It's <b>new</b> &amp; improved, 50% off &#8211; while stocks last!",
            "Yes &lt;3 it. Caf&eacute; cr&egrave;me, 2&nbsp;for&nbsp;1 &quot;deal&quot;.",
            "The group of 10 having lunch: insert the key into the lock, then turn.",
            "Where from? From Union Street, where the table is set. Like it? Execute your plan!",
            "Is 1 and 1 equal to 2, or is it more? And why not both (or none)?",
            "We don't, can't and won't; you'll, he'd & they're.",
            "Size: 10 x 20 cm; weight = 1.5 kg (+/- 5%); colours: red/green/blue.",
            "Mail us: service@example.co.uk or see https://www.example.com/help?topic=returns&lang=en#faq",
            "Sleep (8 hours) like a baby. Benchmark quality. Concat-style connectors.",
            "C:\\Users is on the mug, so is ~/home and $5 #hashtag @home.",
            "Price: $5.00 | £4.00 | €4.50; was $10!",
            "\"Best mug ever\" -- The Daily Mug; 'a must-have' - Mug & Bowl.",
            "If it does not exist in your size, call us: +44 (0)20 7946 0000.",
            "Line one\nLine two\n\n* item; item\n- item: value = 3\n1) first (2) second",
            "Suits windows, doors & documents. Script lettering on the front, image on the back.",
            "Set of 3: {small, medium, large} [boxed]. A+B=C? Not <sure>!",
            "Wash at 40°C; do not bleach… “hand-made” – l’original, né en 1950",
            "for all cats in (or out of) the house, do order two; else none then.",
            "Alert: the function (fn) key can be pressed; confirm (by phone) or prompt us.",
            "Use code 'SPRING' or \"SUMMER\" at checkout; one per order = fair.",
            "Cut, fold and paste; then watch, look and find more ... & so on.",
            "Open 9-5 and/or by appointment; closed on 25/12 or when it snows.",
            "The char siu (pork) & the mid-sized bowl; left/right handed, user friendly.",
            "He said: \"It's 5 o'clock\"; she said 'no'.",
            "See page 3, table 2; count (*) marks a limited item -- where available.",
            "Trim(gold) and hem(silver), mug(s) and bowl(s).",
            "Ruby & Python; ruby ring | curl iron (bash proof) & ping pong set; perl grey.",
            "Wash; sort, join and cut. Nice time! Echo & Tail; head to the host, more or less.",
            "Order 2 and get 3, or order 1 and get 2: either way, you win.",
            "If in doubt, for example in (or near) the shop, do call.");

    private static final List<String> SEARCHES = List.of(
            "union jack mug",
            "select a union jack mug",
            "o'brien",
            "salt & pepper",
            "12\" box",
            "drop leaf table",
            "mugs or bowls",
            "rock 'n' roll",
            "cat and dog",
            "50% off",
            "a+b",
            "c++",
            "cake tins -red",
            "\"retro spot\"",
            "order by friday",
            "mug (blue)",
            "café",
            "größe 10",
            "t-light",
            "insert",
            "update",
            "from the table",
            "exec chair",
            "script",
            "javascript: the good parts",
            "1 or 2 mugs",
            "wood/metal",
            "5 < 10",
            "kids' set",
            "men's",
            "null",
            "true",
            "like new",
            "user guide",
            "hello;",
            "mug*",
            "mugs, bowls");

    private static final List<String> AGENTS = List.of(
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Safari/537.36 Edg/143.0.0.0",
            "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15",
            "Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0",
            "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Mobile Safari/537.36",
            "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
            "Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm) Chrome/116.0.1938.76 Safari/537.36",
            "curl/8.14.1",
            "Java-http-client/25.0.1",
            "python-requests/2.32.5",
            "PostmanRuntime/7.49.0",
            "okhttp/5.3.0",
            "Go-http-client/1.1",
            "Wget/1.25.0",
            "Apache-HttpClient/5.5 (Java/25)",
            "kube-probe/1.34");

    private static final List<String> LANGUAGES =
            List.of("en-GB,en;q=0.9", "de-DE,de;q=0.9,en-US;q=0.8,en;q=0.7", "fr;q=1, *;q=0.5", "en");

    private static final List<String> COOKIES = List.of(
            "_ga=GA1.1.1234567890.1700000000",
            "consent=%7B%22ads%22%3Afalse%2C%22stats%22%3Atrue%7D",
            "theme=dark",
            "lang=en-GB",
            "_gid=GA1.2.987654321.1700000001",
            "cart=KIT-001:2|85123A:6",
            "name=O%27Brien",
            "seen=[\"KIT-001\",\"KIT-002\"]",
            "tz=Europe/London",
            "utm=utm_source%3Dnews%26utm_medium%3Demail",
            "b64=eyJhIjoxfQ==");

    private final Random random;

    public CleanRequests(long seed) {
        random = new Random(seed);
    }

    public Stream<byte[]> stream() {
        return Stream.generate(this::next);
    }

    private byte[] next() {
        return switch (random.nextInt(10)) {
            case 0, 1 -> productPage();
            case 2, 3 -> search();
            case 4, 5 -> Http.json("POST", "/orders", order(), api());
            case 6 -> product();
            case 7 -> Http.json("PUT", "/admin/customers/C-" + random.nextInt(10_000), customer(), api());
            case 8 -> Http.get("/admin/orders?" + filter(), api());
            default -> Http.get("/orders/" + id() + (random.nextBoolean() ? "/events" : ""), api());
        };
    }

    /** An order of a shopper's browser, about 1 KB in all. */
    public byte[] kilobyte() {
        return Http.json(
                "POST",
                "/orders",
                order(),
                Stream.concat(
                                Stream.of(api()),
                                Stream.of(
                                        "Referer: https://www.example.com/products?q=" + Http.encoded(of(SEARCHES)),
                                        "Cookie: " + of(COOKIES) + "; " + of(COOKIES)))
                        .toArray(String[]::new));
    }

    /** A product's page, about 1 KB with all that a browser says of itself. */
    public byte[] productPage() {
        return Http.get("/products/" + sku(), page());
    }

    /** A search from the same browser. */
    public byte[] search() {
        return Http.get("/products?q=" + Http.encoded(of(SEARCHES)) + "&limit=" + (1 + random.nextInt(50)), page());
    }

    /** A product as an importer sends it, with a description of two sentences. */
    public byte[] product() {
        return Http.json("PUT", "/admin/products/" + sku(), description(), api());
    }

    private String[] page() {
        return new String[] {
            "User-Agent: " + of(AGENTS),
            "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8",
            "Accept-Language: " + of(LANGUAGES),
            "Accept-Encoding: gzip, deflate, br, zstd",
            "Connection: keep-alive",
            "sec-ch-ua: \"Chromium\";v=\"143\", \"Google Chrome\";v=\"143\", \"Not A(Brand\";v=\"24\"",
            "sec-ch-ua-mobile: ?0",
            "sec-ch-ua-platform: \"Windows\"",
            "Upgrade-Insecure-Requests: 1",
            "sec-fetch-site: same-origin",
            "sec-fetch-mode: navigate",
            "sec-fetch-user: ?1",
            "sec-fetch-dest: document",
            "Priority: u=0, i",
            "Referer: https://www.example.com/products?q=" + Http.encoded(of(SEARCHES)) + "&page=" + random.nextInt(9)
                    + "#top",
            "Cookie: " + of(COOKIES) + "; " + of(COOKIES) + "; sid=" + id(),
            "If-None-Match: W/\"" + Integer.toHexString(random.nextInt()) + "\"",
        };
    }

    private String[] api() {
        return new String[] {
            "Authorization: Bearer " + token(),
            "User-Agent: " + of(AGENTS),
            "Accept: application/json",
            "Idempotency-Key: " + id(),
            "Prefer: return=minimal, wait=" + random.nextInt(30),
            "traceparent: 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        };
    }

    private String order() {
        StringBuilder lines = new StringBuilder();
        for (int n = 1 + random.nextInt(4); n > 0; n--) {
            lines.append(lines.isEmpty() ? "" : ",")
                    .append("{\"sku\": \"%s\", \"quantity\": %d}".formatted(sku(), 1 + random.nextInt(20)));
        }
        return "{\"customerId\": \"C-%d\", \"lines\": [%s], \"couponCode\": \"SPRING-%d\"}"
                .formatted(random.nextInt(10_000), lines, random.nextInt(100));
    }

    private String description() {
        String text = of(SENTENCES) + " " + of(PRODUCTS) + ". " + of(SENTENCES);
        return "{\"name\": %s, \"category\": \"Kitchen & Home\", \"description\": %s, \"price\": {\"amount\": 850, \"currency\": \"GBP\"}}"
                .formatted(
                        Http.quoted(of(PRODUCTS) + (random.nextInt(5) == 0 ? " " + of(PRODUCTS) : "")),
                        Http.quoted(text));
    }

    private String customer() {
        return "{\"name\": %s, \"email\": \"%s@example.com\", \"address\": %s, \"note\": %s, \"country\": \"United Kingdom\"}"
                .formatted(
                        Http.quoted(of(NAMES)),
                        "first.last+" + random.nextInt(100),
                        Http.quoted(of(STREETS) + ", London SW3 4UD"),
                        Http.quoted(of(SENTENCES)));
    }

    private String filter() {
        return switch (random.nextInt(4)) {
            case 0 ->
                "status=CONFIRMED&status=PENDING&limit=50&cursor="
                        + Base64.getUrlEncoder().encodeToString(id().getBytes(StandardCharsets.UTF_8));
            case 1 ->
                "customer=" + Http.encoded(of(NAMES)) + "&from=2026-01-01T00:00:00Z&to=2026-02-01T00:00:00%2B01:00";
            case 2 -> "sku=" + sku() + "&minTotal=100&maxTotal=99999&sort=-placedAt";
            default -> "q=" + Http.encoded(of(PRODUCTS));
        };
    }

    private String sku() {
        return random.nextBoolean()
                ? "KIT-" + (100 + random.nextInt(900))
                : 20_000 + random.nextInt(9_999) + of(List.of("", "A", "B", "bl"));
    }

    private String id() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    private String token() {
        byte[] claims = new byte[180];
        random.nextBytes(claims);
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        return "eyJhbGciOiJSUzI1NiIsImtpZCI6IjEifQ." + base64.encodeToString(claims) + "."
                + base64.encodeToString(claims).substring(40);
    }

    private String of(List<String> some) {
        return some.get(random.nextInt(some.size()));
    }
}
