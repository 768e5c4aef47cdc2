package yici.exchange;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** What names of things begin with: the configured address, or the one in use where none is. */
@Component
class OwnName {

    private final String configured;

    OwnName(@Value("${yici.public-url}") String configured) {
        this.configured = configured.strip().replaceFirst("/$", "");
    }

    /** Such as {@code https://yici.hunan.gov.cn}, without a slash at the end. */
    String of(HttpServletRequest request) {
        return configured.isEmpty()
                ? ServletUriComponentsBuilder.fromContextPath(request).build().toUriString()
                : configured;
    }
}
