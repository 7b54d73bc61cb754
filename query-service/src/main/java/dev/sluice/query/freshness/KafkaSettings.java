package dev.sluice.query.freshness;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param bootstrap where the log is, which says how fresh the views are */
@ConfigurationProperties("sluice.kafka")
record KafkaSettings(@DefaultValue("127.0.0.1:29092") String bootstrap) {}
