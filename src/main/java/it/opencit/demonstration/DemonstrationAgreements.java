// SPDX-License-Identifier: EUPL-1.2
package it.opencit.demonstration;

import it.opencit.agreements.AccessionId;
import it.opencit.agreements.AgreementKind;
import it.opencit.agreements.Agreements;
import it.opencit.agreements.ApprovingBody;
import it.opencit.agreements.CompletedAccession;
import it.opencit.agreements.PayerRule;
import it.opencit.agreements.RenewalMode;
import it.opencit.agreements.Scheme;
import it.opencit.agreements.SchemeId;
import it.opencit.centres.Centre;
import it.opencit.organizations.Organization;
import it.opencit.organizations.OrganizationId;
import it.opencit.organizations.Organizations;
import it.opencit.receipts.YearValue;
import it.opencit.receipts.YearValues;
import it.opencit.shared.Percentage;
import it.opencit.shared.Period;
import it.opencit.shared.ProtocolNumber;
import it.opencit.tariffs.Kit;
import it.opencit.tariffs.Kits;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The conventions of the kit and who joined them. Signatories and acts are invented, but for the dates that the sources
 * print.
 */
@Component
@Order(500)
class DemonstrationAgreements implements DemonstrationPart {

    private static final Map<String, LocalDate> PRINTED_SIGNATURES = Map.of(
            "Coccaglio", LocalDate.of(2015, 1, 14),
            "Torbole Casaglia", LocalDate.of(2017, 2, 1));

    private final Agreements agreements;
    private final Organizations organizations;
    private final Kits kits;
    private final YearValues yearValues;

    DemonstrationAgreements(Agreements agreements, Organizations organizations, Kits kits, YearValues yearValues) {
        this.yearValues = yearValues;
        this.agreements = agreements;
        this.organizations = organizations;
        this.kits = kits;
    }

    @Override
    public void load(Centre centre) {
        Kit kit = kits.kit(centre.code()).orElseThrow();
        List<Organization> members =
                Members.of(centre.code(), kit.members(), organizations.all(), organizations.figures());
        for (Kit.Scheme scheme : kit.schemes()) {
            SchemeId id = agreements.addScheme(scheme(scheme));
            if (scheme.tariff() == null) {
                continue; // a draft or a framework that the sources do not say who joined
            }
            Map<OrganizationId, AccessionId> accessions = new HashMap<>();
            for (Organization member : members) {
                accessions.put(member.id(), agreements.addCompleted(accession(id, scheme, member)));
            }
            if (scheme.code().equals("lecco-2018-2022")) {
                shareAnInventedCost(scheme.tariff());
            }
            if (scheme.code().equals("brescia-2015-2020")) {
                letUnioniPay(accessions, members);
            }
        }
    }

    private static Scheme scheme(Kit.Scheme scheme) {
        // Where the sources state no end, thirty years stand in for it: the scheme's notes say so.
        boolean endless = scheme.validTo() == null && scheme.years() == null;
        return new Scheme(
                scheme.title(),
                AgreementKind.valueOf(scheme.instrument()),
                new Period(scheme.validFrom(), scheme.validTo()),
                scheme.validTo() == null ? (scheme.years() == null ? Integer.valueOf(30) : scheme.years()) : null,
                RenewalMode.EXPRESS,
                scheme.articles().stream()
                        .map(article -> "Art. " + article.number() + " - " + article.title()
                                + (article.text() == null ? "" : ". " + article.text()))
                        .collect(Collectors.joining("\n")),
                scheme.tariff(),
                scheme.approvedBy(),
                scheme.joins() + (endless ? " La durata non è indicata dalle fonti: 30 anni, da confermare." : ""));
    }

    private static CompletedAccession accession(SchemeId id, Kit.Scheme scheme, Organization member) {
        long number = member.id().value();
        LocalDate signed = scheme.code().equals("brescia-2015-2020")
                ? PRINTED_SIGNATURES.getOrDefault(member.name(), usualSignature(scheme, number))
                : usualSignature(scheme, number);
        boolean printed = scheme.code().equals("brescia-2015-2020") && PRINTED_SIGNATURES.containsKey(member.name());
        LocalDate approved = signed.minusDays(30);
        return new CompletedAccession(
                id,
                member.id(),
                switch (member.kind()) {
                    case COMUNITA_MONTANA, CONSORZIO -> ApprovingBody.ASSEMBLY;
                    case AZIENDA_SPECIALE, OTHER -> ApprovingBody.BOARD;
                    default -> ApprovingBody.COUNCIL;
                },
                Long.toString(1 + number % 60),
                approved,
                approved.plusDays(3),
                false,
                InventedPeople.number(number),
                switch (member.kind()) {
                    case COMUNE -> "Sindaco";
                    default -> "Presidente";
                },
                signed,
                signed,
                ProtocolNumber.of("%07d".formatted(1000 + number)),
                signed,
                new Period(signed, scheme.validTo()),
                printed
                        ? "Data della firma dal registro delle convenzioni; atto e firmatario dimostrativi"
                        : "Atto e firmatario dimostrativi");
    }

    /** In the first half-year of the convention, body after body. */
    private static LocalDate usualSignature(Kit.Scheme scheme, long number) {
        return scheme.validFrom().plusDays(13 + number * 7 % 150);
    }

    /** The sources do not state the cost that Lecco shares: this one shows how a share comes out. */
    private void shareAnInventedCost(String tariff) {
        yearValues.keep(IntStream.rangeClosed(2018, 2022)
                .mapToObj(year -> new YearValue(
                        year,
                        tariff,
                        "cost",
                        new BigDecimal("180000"),
                        "Importo dimostrativo: le fonti non lo indicano"))
                .toList());
    }

    /** One Unione pays the whole quota of a Comune, as the sources tell for Breno; another a part, to show shares. */
    private void letUnioniPay(Map<OrganizationId, AccessionId> accessions, List<Organization> members) {
        pay(accessions, members, "Unione Antichi Borghi di Vallecamonica", "Breno", "100");
        pay(accessions, members, "Unione Dei Comuni della Valtenesi", "Soiano del Lago", "40");
    }

    private void pay(
            Map<OrganizationId, AccessionId> accessions,
            List<Organization> members,
            String payerName,
            String beneficiaryName,
            String percent) {
        Organization payer = named(members, payerName);
        Organization beneficiary = named(members, beneficiaryName);
        organizations.join(payer.id(), beneficiary.id(), new Period(LocalDate.of(2015, 1, 1), null));
        agreements.addPayer(
                Objects.requireNonNull(accessions.get(beneficiary.id())),
                new PayerRule(
                        payer.id(), Percentage.of(percent), 2015, 2020, "Accordo dimostrativo tra Unione e Comune"));
    }

    private static Organization named(List<Organization> members, String name) {
        return members.stream()
                .filter(member -> member.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Not among the members: " + name));
    }
}
