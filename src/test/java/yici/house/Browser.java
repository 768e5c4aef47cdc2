package yici.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Response;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import yici.kit.Language;

/**
 * One person before one screen: a fresh profile of the system's Chromium, opened on the running product. Two people are two of these.
 *
 * <pre>{@code
 * try (var mother = Browser.phone()) {
 *     mother.signIn("13900000001");
 *     mother.go("/my").getByText("…").click();
 *     mother.assertGoodPage();
 * }
 * }</pre>
 */
public final class Browser implements AutoCloseable {

    /** The password of every demonstration account. */
    public static final String PASSWORD = "yici-demo-2026";

    private enum Screen {
        PHONE(375, 812),
        DESKTOP(1280, 900);

        private final int width;
        private final int height;

        Screen(int width, int height) {
            this.width = width;
            this.height = height;
        }
    }

    private static com.microsoft.playwright.@Nullable Browser chromium;

    private final BrowserContext context;
    private final Page page;
    private final AtomicReference<@Nullable Response> lastPage = new AtomicReference<>();

    public static Browser phone() {
        return phone(Language.ZH);
    }

    public static Browser phone(Language language) {
        return new Browser(Screen.PHONE, language, true);
    }

    public static Browser desktop() {
        return desktop(Language.ZH);
    }

    public static Browser desktop(Language language) {
        return new Browser(Screen.DESKTOP, language, true);
    }

    /** A phone whose owner switched JavaScript off. The accessibility check needs JavaScript and cannot be asked of this one. */
    public static Browser withoutScript() {
        return new Browser(Screen.PHONE, Language.ZH, false);
    }

    private Browser(Screen screen, Language language, boolean script) {
        context = chromium()
                .newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                        .setBaseURL(Product.running().url())
                        .setViewportSize(screen.width, screen.height)
                        .setHasTouch(screen == Screen.PHONE)
                        .setLocale(language.tag())
                        .setTimezoneId("Asia/Shanghai")
                        .setJavaScriptEnabled(script));
        context.setDefaultTimeout(15_000);
        page = context.newPage();
        page.onResponse(response -> {
            if (response.request().isNavigationRequest() && response.frame() == page.mainFrame())
                lastPage.set(response);
        });
    }

    public Page page() {
        return page;
    }

    /** Opens an address of the product and expects it to be there. */
    public Page go(String path) {
        return go(path, 200);
    }

    /** Opens an address and expects this status, such as 404. */
    public Page go(String path, int status) {
        var response = page.navigate(path);

        assertThat(response.status()).as("status of %s", path).isEqualTo(status);
        return page;
    }

    /** Status of the page now shown, which a form may have brought. */
    public int status() {
        return shown().status();
    }

    /** With the password of the demonstration accounts. */
    public Page signIn(String login) {
        return signIn(login, PASSWORD);
    }

    public Page signIn(String login, String password) {
        go("/sign-in");
        page.locator("main input[name=login]").fill(login);
        page.locator("main input[name=password]").fill(password);
        page.locator("main form:has(input[name=password]) button").first().click();
        return page;
    }

    /**
     * The whole page as a picture in {@code target/screens/NAME.png}, to be looked at. Taken only where somebody asked for pictures, by
     * {@code ./yici test -Dscreens}: hundreds of them take minutes.
     */
    public Path screenshot(String name) {
        var picture = Path.of("target", "screens", name + ".png");
        if (System.getProperty("screens") == null) return picture;
        page.screenshot(new Page.ScreenshotOptions().setPath(picture).setFullPage(true));
        return picture;
    }

    /** What every page owes everyone: accessible, correct HTML, no sideways scrolling. */
    public void assertGoodPage() {
        PageChecks.assertAccessible(page);
        PageChecks.assertValidHtml(shown().text());
        PageChecks.assertFits(page);
    }

    @Override
    public void close() {
        context.close();
    }

    private Response shown() {
        var response = lastPage.get();
        if (response == null) throw new IllegalStateException("no page was opened yet");
        return response;
    }

    /** Started once for all tests of this JVM; it ends with it. */
    private static synchronized com.microsoft.playwright.Browser chromium() {
        if (chromium != null) return chromium;
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable())
                        .setArgs(List.of(
                                "--no-sandbox", // tests open our own pages only, and continuous integration runs as
                                // root
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-dev-shm-usage",
                                "--disable-gpu",
                                "--no-first-run",
                                "--force-color-profile=srgb")));
        return chromium;
    }

    private static Path executable() {
        var named = System.getenv("YICI_CHROMIUM");
        if (named != null && !named.isBlank()) return Path.of(named);

        return Stream.of(
                        "/usr/bin/chromium",
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome",
                        "/snap/bin/chromium",
                        "/Applications/Chromium.app/Contents/MacOS/Chromium",
                        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(
                        () -> new AssertionError(
                                "No Chromium on this machine: install it with"
                                        + " 'apt-get install chromium fonts-noto-cjk' or name one by YICI_CHROMIUM=/path/to/chromium."));
    }
}
