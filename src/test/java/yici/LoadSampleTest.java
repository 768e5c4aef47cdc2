package yici;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import yici.house.Product;

class LoadSampleTest {

    @Test
    void the_port_opens_after_the_province_is_loaded() {
        var sample = Product.running().bean(LoadSample.class);

        assertThat(sample.isRunning()).isTrue();
        assertThat(sample.getPhase()).isLessThan(WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE);
    }
}
