package yici.openid;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.stereotype.Component;

/** Which addresses a party may name: where people are sent back to, and where this product itself calls. */
@Component
public class PartyAddresses {

    public enum Flaw {
        NO_ADDRESS,
        NOT_HTTPS,
        WILDCARD,
        FRAGMENT,
        USER_NAME,
        TOO_LONG,
        /** This product would be made to call a machine inside a network of ours. */
        PRIVATE,
        UNKNOWN_HOST
    }

    private static final int LONGEST = 500;
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    /** An application's own scheme is its domain's name backwards (RFC 8252, 7.1). */
    private static final Pattern OWN_SCHEME = Pattern.compile("[a-z][a-z0-9]*(\\.[a-z0-9-]+)+");

    /** Shared, reserved and translated ranges that Java knows no name for. */
    private static final List<IpAddressMatcher> NOT_PUBLIC = ranges(
            "0.0.0.0/8,100.64.0.0/10,192.0.0.0/24,198.18.0.0/15,240.0.0.0/4,fc00::/7,64:ff9b::/96,2001:db8::/32,2002::/16");

    private final List<IpAddressMatcher> own;
    private final Issuer issuer;

    /** @param networks in which departments' systems are, where that is no public network: such as 10.0.0.0/8 */
    PartyAddresses(@Value("${yici.party-networks:}") String networks, Issuer issuer) {
        this.own = ranges(networks);
        this.issuer = issuer;
    }

    /** Where people are sent: exactly there. A developer's own machine will do in the sandbox, and for an application that runs on one. */
    public Optional<Flaw> ofReturn(String typed, boolean sandbox, boolean nativeApp) {
        return parsed(typed).map(uri -> ofReturn(uri, sandbox, nativeApp)).orElse(Optional.of(flawOfText(typed)));
    }

    private static Optional<Flaw> ofReturn(URI uri, boolean sandbox, boolean nativeApp) {
        if (nativeApp && OWN_SCHEME.matcher(uri.getScheme()).matches()) return Optional.empty();
        if (uri.getHost() == null) return Optional.of(Flaw.NO_ADDRESS);
        if (uri.getRawUserInfo() != null) return Optional.of(Flaw.USER_NAME);
        if (uri.getScheme().equals("https")) return Optional.empty();
        boolean ownMachine = uri.getScheme().equals("http") && LOOPBACK.contains(uri.getHost());
        return ownMachine && (sandbox || nativeApp) ? Optional.empty() : Optional.of(Flaw.NOT_HTTPS);
    }

    /** Where this product calls: as {@link #ofReturn}, and never into a network that only it can reach. */
    public Optional<Flaw> ofCall(String typed, boolean sandbox) {
        var flaw = ofReturn(typed, sandbox, false);
        return flaw.isPresent() ? flaw : reached(URI.create(typed), sandbox);
    }

    /** Asked again before each call: a name may lead elsewhere by then. Java looks names up once in half a minute, so this is where it goes. */
    void check(URI uri, boolean sandbox) throws IOException {
        var flaw = reached(uri, sandbox);
        if (flaw.isPresent()) throw new IOException("we do not call " + uri.getHost() + ": " + flaw.get());
    }

    private Optional<Flaw> reached(URI uri, boolean sandbox) {
        try {
            for (var address : InetAddress.getAllByName(uri.getHost()))
                if (!mayCall(address, sandbox)) return Optional.of(Flaw.PRIVATE);
            return Optional.empty();
        } catch (IOException unknown) {
            return Optional.of(Flaw.UNKNOWN_HOST);
        }
    }

    /** This machine's own services only where the whole product is a developer's, on one machine with what is being tried out. */
    private boolean mayCall(InetAddress address, boolean sandbox) {
        if (own.stream().anyMatch(range -> range.matches(address.getHostAddress()))) return true;
        if (address.isLoopbackAddress()) return sandbox && issuer.isOwnMachine();
        return !address.isAnyLocalAddress()
                && !address.isLinkLocalAddress()
                && !address.isSiteLocalAddress()
                && !address.isMulticastAddress()
                && NOT_PUBLIC.stream().noneMatch(range -> range.matches(plain(address)));
    }

    private static String plain(InetAddress address) {
        var text = address.getHostAddress();
        return address instanceof Inet6Address && text.contains("%") ? text.substring(0, text.indexOf('%')) : text;
    }

    private static Optional<URI> parsed(String typed) {
        if (typed.length() > LONGEST || typed.contains("*") || typed.contains("#")) return Optional.empty();
        try {
            return Optional.of(URI.create(typed)).filter(uri -> uri.getScheme() != null && typed.matches("[!-~]+"));
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    private static Flaw flawOfText(String typed) {
        if (typed.length() > LONGEST) return Flaw.TOO_LONG;
        if (typed.contains("*")) return Flaw.WILDCARD;
        return typed.contains("#") ? Flaw.FRAGMENT : Flaw.NO_ADDRESS;
    }

    private static List<IpAddressMatcher> ranges(String networks) {
        return Arrays.stream(networks.split(","))
                .map(String::strip)
                .filter(range -> !range.isEmpty())
                .map(IpAddressMatcher::new)
                .toList();
    }
}
