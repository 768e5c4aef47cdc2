package yici.identity;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import yici.kit.View;

/**
 * A way to show who one is that a room above this one offers, with pages of its own. What it puts on the pages here leads to its own
 * address; what was shown there it hands to {@link Entrance}.
 */
public interface OtherWay {

    Proof.Method method();

    /** Whether this account has it and it can be used now. */
    boolean ready(UUID account);

    /** Whether who has it is asked for it after a password, each time. */
    default boolean askedAlways(UUID account) {
        return false;
    }

    /**
     * For the sign-in page; empty when it cannot be used here.
     *
     * @param to where to go afterwards; may be empty
     * @param kept sealed entries that go on afterwards; may be empty
     */
    Optional<Content> toSignIn(View view, String to, String kept, HttpServletRequest request);

    /**
     * For the page that asks for more.
     *
     * @param carried hidden fields that its form has to carry, beside the token
     */
    Content toProve(View view, UUID account, Content carried);

    /** What is said of a visitor elsewhere, who has just asked to open an account here with it. */
    record Said(String name, String number) {}

    default Optional<Said> said(HttpServletRequest request) {
        return Optional.empty();
    }

    /** For the page of everything the person can prove themself with: what there is, and where to change it. */
    Optional<Content> toManage(View view, SignedIn me);
}
