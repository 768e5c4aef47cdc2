package yici.kit;

import gg.jte.html.HtmlInterceptor;
import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.View;

/** What a controller answers a browser with: a page, or the address to go to next. */
public final class Page implements View {

    /** The second argument of every generated {@code render}. */
    public static final HtmlInterceptor PLAIN = new Plain();

    /** Request attribute: the {@link #keptUntil topics} of the page that was rendered, a list of strings. */
    public static final String TOPICS = "yici.topics";

    private final int status;
    private final String location;
    private final List<String> topics;
    private final Consumer<HtmlTemplateOutput> content;

    private Page(int status, String location, List<String> topics, Consumer<HtmlTemplateOutput> content) {
        this.status = status;
        this.location = location;
        this.topics = topics;
        this.content = content;
    }

    private Page(int status, String location, Consumer<HtmlTemplateOutput> content) {
        this(status, location, List.of(), content);
    }

    /**
     * This page is the same for everybody who is not signed in and chose the same language, area and size of type; it may be kept until
     * {@link PublicChanges} tells of one of these topics. A form with a token has no place on it.
     */
    public Page keptUntil(String... topics) {
        return new Page(status, location, List.of(topics), content);
    }

    /** {@code Page.of(out -> JtereceiptGenerated.render(out, PLAIN, view, application))} */
    public static Page of(Consumer<HtmlTemplateOutput> content) {
        return new Page(200, "", content);
    }

    /** A page that is not a plain success: 404 with a way out, 422 with the errors by the field. */
    public static Page of(int status, Consumer<HtmlTemplateOutput> content) {
        return new Page(status, "", content);
    }

    /** 303: after a POST the browser fetches the next page by GET. The address is one of ours, beginning with a single slash. */
    public static Page goTo(String location) {
        if (!location.startsWith("/") || location.startsWith("//") || location.contains("\\"))
            throw new IllegalArgumentException("not an address of this site: " + location);
        return new Page(303, location, _ -> {});
    }

    /** To an address elsewhere. The caller knows it to be registered: never one that merely came with the request. */
    public static Page leaveFor(String registered) {
        if (!registered.matches("[a-z][a-z0-9+.-]*:[!-~]+"))
            throw new IllegalArgumentException("not an address: " + registered);
        return new Page(303, registered, _ -> {});
    }

    public int status() {
        return status;
    }

    @Override
    public String getContentType() {
        return "text/html;charset=UTF-8";
    }

    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setStatus(status);
        if (!topics.isEmpty()) request.setAttribute(TOPICS, topics);
        if (status == 303) {
            response.setHeader("Location", location);
            return;
        }
        var bytes = new Utf8ByteOutput();
        content.accept(new OwaspHtmlTemplateOutput(bytes));
        response.setContentType(getContentType());
        response.setContentLength(bytes.getContentLength());
        bytes.writeTo((buffer, offset, length) -> response.getOutputStream().write(buffer, offset, length));
    }
}
