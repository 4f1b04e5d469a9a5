// SPDX-License-Identifier: EUPL-1.2
package it.opencit.portal;

import gg.jte.generated.precompiled.Templates;
import it.opencit.centres.Centre;
import it.opencit.centres.Centres;
import it.opencit.organizations.OrganizationKind;
import it.opencit.portal.Members.Member;
import it.opencit.portal.pages.SiteMembers;
import it.opencit.portal.pages.SiteText;
import it.opencit.shared.NotFound;
import it.opencit.shared.access.OpenToAll;
import it.opencit.shared.charts.ProvinceMap;
import java.text.NumberFormat;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;

/** Who has joined: list and map. */
@Controller
@OpenToAll
@Transactional(readOnly = true)
class SiteMembersController {

    static final String ADDRESS = "/cit/aderenti";
    static final String MAP = "/cit/aderenti.svg";

    private static final int GAP = 20;
    private static final CacheControl KEPT =
            CacheControl.maxAge(Duration.ofHours(1)).cachePublic();

    private final Templates templates;
    private final Shells shells;
    private final Members members;
    private final Centres centres;

    SiteMembersController(Templates templates, Shells shells, Members members, Centres centres) {
        this.templates = templates;
        this.shells = shells;
        this.members = members;
        this.centres = centres;
    }

    @GetMapping(ADDRESS)
    SitePage list(Visit visit) {
        SiteText text = visit.text();
        NumberFormat format = NumberFormat.getIntegerInstance(visit.language().locale());
        List<Member> joined = members.today();
        Map<OrganizationKind, List<SiteMembers.Line>> groups = joined.stream()
                .collect(Collectors.groupingBy(
                        one -> one.body().kind(),
                        TreeMap::new,
                        Collectors.mapping(one -> line(one, text, format), Collectors.toList())));
        return new SitePage(templates.portalMembers(new SiteMembers(
                shells.of(visit, text.get("members.title"))
                        .description(text.get("members.lead", joined.size()))
                        .below(text.get("menu.cit"), "/cit")
                        .build(),
                format.format(joined.size()),
                format.format(Members.residents(joined)),
                groups.entrySet().stream()
                        .map(group -> new SiteMembers.Group(
                                text.get("body." + group.getKey().name()), group.getValue()))
                        .toList(),
                map(centres.current()).isEmpty() ? null : MAP)));
    }

    private static SiteMembers.Line line(Member member, SiteText text, NumberFormat format) {
        String website = member.body().details().website();
        return new SiteMembers.Line(
                member.body().fullName(),
                member.residents() == null || member.countedOn() == null
                        ? ""
                        : text.get(
                                "members.residents", format.format(member.residents()), text.day(member.countedOn())),
                text.day(member.since()),
                website.startsWith("http://") || website.startsWith("https://") ? website : "");
    }

    /** The provinces of the centre, members in colour; a picture of its own, so that pages stay light. */
    @GetMapping(MAP)
    ResponseEntity<String> map() {
        Centre centre = centres.current();
        List<ProvinceMap> provinces = map(centre);
        if (provinces.isEmpty()) {
            throw new NotFound("No boundaries");
        }
        Set<String> joined = members.today().stream()
                .filter(one -> one.body().details().cadastralCode() != null)
                .map(one -> String.valueOf(one.body().details().cadastralCode()))
                .collect(Collectors.toSet());
        int width = provinces.stream().mapToInt(ProvinceMap::width).max().orElseThrow();
        int height = provinces.stream().mapToInt(one -> one.height() + GAP).sum() - GAP;
        var svg = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + width + ' ' + height
                + "\" width=\"" + width + "\" height=\"" + height
                + "\"><g stroke=\"#455b71\" stroke-width=\".6\">");
        int top = 0;
        for (ProvinceMap province : provinces) {
            svg.append("<g transform=\"translate(0 ").append(top).append(")\">");
            for (ProvinceMap.Shape shape : province.shapes()) {
                svg.append("<path fill=\"")
                        .append(joined.contains(shape.cadastralCode()) ? centre.primaryColour() : "#ffffff")
                        .append("\" d=\"")
                        .append(shape.path())
                        .append("\"><title>")
                        .append(shape.name().replace("&", "&amp;").replace("<", "&lt;"))
                        .append("</title></path>");
            }
            svg.append("</g>");
            top += province.height() + GAP;
        }
        return ResponseEntity.ok()
                .cacheControl(KEPT)
                .contentType(MediaType.valueOf("image/svg+xml"))
                .body(svg.append("</g></svg>").toString());
    }

    /** The maps of the provinces that a centre serves; none where no boundaries are shipped. */
    static List<ProvinceMap> map(Centre centre) {
        return centre.provinceCodes().stream()
                .flatMap(code -> ProvinceMap.of(code).stream())
                .toList();
    }
}
