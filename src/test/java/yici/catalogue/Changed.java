package yici.catalogue;

import yici.kit.Translated;

/** Guides that differ from others in one point. */
final class Changed {

    private Changed() {}

    static Guide withName(Guide g, String name) {
        return new Guide(
                g.code(),
                Translated.zh(name),
                g.audience(),
                g.series(),
                g.lead(),
                g.departments(),
                g.jointLimit(),
                g.conditions(),
                g.items(),
                g.groups(),
                g.evidence(),
                g.questions(),
                g.elements(),
                g.flow(),
                g.fees(),
                g.reform(),
                g.officialTexts(),
                g.attachments(),
                g.servicePoints(),
                g.faq());
    }
}
