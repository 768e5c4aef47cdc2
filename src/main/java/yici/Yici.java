package yici;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import yici.kit.View;

/** The whole product in one process. */
@SpringBootApplication
public class Yici {

    public static void main(String[] args) {
        SpringApplication.run(Yici.class, args);
    }

    /** The one clock; tests bring their own. */
    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.system(View.ZONE);
    }
}
