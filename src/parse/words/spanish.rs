//! Spanish.

use super::table::{Body, DebrisWords, OpenerForm, SetPhrases, Words};
use crate::document::Organ;

#[rustfmt::skip] // as few lines as it takes
pub(in crate::parse) static WORDS: Words = Words {
    months: [
        &["enero"], &["febrero"], &["marzo"], &["abril"], &["mayo"], &["junio"], &["julio"],
        &["agosto"], &["septiembre", "setiembre"], &["octubre"], &["noviembre"], &["diciembre"],
    ],
    numbered: &[
        "párrafo", "párrafos", "párr", "párrs", "artículo", "artículos", "art", "arts",
        "capítulo", "capítulos", "cap", "caps", "sección", "secciones", "secc", "regla", "reglas",
        "objetivo", "objetivos", "meta", "metas", "núm", "núms", "número", "volumen", "vol",
        "página", "páginas", "pág", "págs", "tema", "temas", "cuadro", "gráfico", "suplemento",
        "apartado", "add", "rev", "corr", "los", "las", "de", "a", "y", "o", "en", "del", "el",
        "al", "la", "entre", "anexo", "anexos", "apéndice", "fase", "etapa",
    ],
    counted: &[
        "por ciento", "millones", "millón", "mil", "años", "días", "meses", "países", "horas", "puestos",
        "miembros",
    ],
    after_mark: &[
        "y", "e", "o", "u", "de", "del", "en", "a", "al", "para", "por", "que", "con", "sin",
        "sobre", "el", "la", "los", "las", "lo", "cuyo", "cuya", "así", "como", "se", "su", "sus",
        "es", "son", "fue", "ha", "han", "será", "desde", "entre", "contra", "hacia", "aprobado",
        "aprobada", "aprobados", "aprobadas", "según", "si", "pero", "no", "ni", "incluido",
        "incluida", "incluidos", "incluidas", "donde", "cuando", "este", "esta", "estos", "estas",
        "ese", "esa", "todo", "toda", "todos", "todas", "un", "una", "relativo", "relativa",
        "presentado", "presentada", "debe", "deben", "puede", "pueden", "celebrada", "celebrado",
        "también", "mediante", "conforme", "bajo", "tal", "tales",
    ],
    weak_hosts: &["Programa"],
    between_days: &["y", "e", "al", "a"],
    before_month: &["de", "del"],
    before_year: &["en", "de", "para", "a", "y", "hasta", "año", "bienio", "desde", "del"],
    ordinal_endings: &["o", "a", "os", "as", "er", "ª", "º", "bis"],
    decision: &["decisión", "decisiones"],
    mark_before_punctuation: true,
    resolution: &["resolución", "resoluciones"],
    decisions: &["decisión", "decisiones"],
    its: &["su", "sus"],
    bodies: &[
        (Body::GeneralAssembly, &["Asamblea General"]),
        (Body::SecurityCouncil, &["Consejo de Seguridad"]),
        (Body::EconomicAndSocialCouncil, &["Consejo Económico y Social"]),
        (Body::HumanRightsCouncil, &["Consejo de Derechos Humanos"]),
        (Body::CommissionOnHumanRights, &["Comisión de Derechos Humanos"]),
        (Body::TheCouncil, &["Consejo"]),
        (Body::TheAssembly, &["la Asamblea"]),
        (Body::Other, &[
            "Conferencia de las Partes", "Consejo de Administración", "Asamblea de las Naciones
            Unidas sobre el Medio Ambiente", "Asamblea Mundial de la Salud", "Conferencia
            General", "Comisión de Estadística", "Comisión de Estupefacientes", "Comisión de la",
            "Comisión de Población", "Consejo de Paz y Seguridad", "Unión Africana", "Conferencia
            de los Estados",
        ]),
    ],
    of_bodies: &[
        (Body::GeneralAssembly, &["de la Asamblea General"]),
        (Body::SecurityCouncil, &["del Consejo de Seguridad"]),
        (Body::EconomicAndSocialCouncil, &["del Consejo Económico y Social"]),
        (Body::HumanRightsCouncil, &["del Consejo de Derechos Humanos"]),
        (Body::CommissionOnHumanRights, &["de la Comisión de Derechos Humanos"]),
        (Body::TheCouncil, &["del Consejo"]),
        (Body::TheAssembly, &["de la Asamblea"]),
        (Body::Other, &[
            "de la Conferencia", "de la Comisión", "del Consejo de Administración", "de la
            Asamblea de las Naciones Unidas", "de la Asamblea Mundial", "de la Organización", "del
            Comité",
        ]),
    ],
    paragraph: &["párrafo"],
    subparagraph: &["apartado", "inciso"],
    section: &["sección", "anexo", "capítulo", "parte"],
    here_before: &[],
    here_after: &[
        "supra", "infra", "anterior", "anteriores", "precedente", "de la presente resolución", "de
        esta resolución", "de la presente decisión",
    ],
    elsewhere: &["de", "del"],
    annex: &["anexo"],
    to_this_text: &["de la presente resolución", "a la presente resolución"],
    footnote: &["nota"],
    owned_by: &["de", "del", "a"],
    locus: &[
        "anexo", "anexos", "apéndice", "cap.", "caps.", "capítulo", "secc.", "sección", "párr.",
        "párrs.", "párrafo", "párrafos", "parte", "vol.", "art.", "artículo", "regla", "cuadro",
        "pág.", "págs.", "decisión", "resolución",
    ],
    ibid: &["Ibid", "Ibíd"],
    phrases: SetPhrases {
        formulas: &[
            ("la asamblea general", Organ::GeneralAssembly),
            ("el consejo de seguridad", Organ::SecurityCouncil),
            ("el consejo económico y social", Organ::EconomicAndSocialCouncil),
            ("el consejo de derechos humanos", Organ::HumanRightsCouncil),
        ],
        session: &["período de sesiones", "periodo de sesiones"],
        agenda: &["tema", "temas"],
        adopted: &["aprobada por", "aprobadas por", "aprobado por"],
        proposal: &["sobre la base", "sin remisión", "por recomendación", "a propuesta"],
        meeting: &["sesión plenaria", "sesión"],
        annex: &["anexo", "apéndice"],
        vote: &["[aprobada", "aprobada por unanimidad", "aprobada sin"],
        numbered: &[],
        behind_number: &[],
        vote_words: &[],
        decision: &[],
    },
    opener_form: Some(OpenerForm {
            preamble: &["ando", "endo", "ada", "ida"],
            operative: &[],
            adverb: &["mente"],
            is_capital: true,
            never: &["Cuando"],
    }),
    commonest: &["los", "las", "el", "y", "del"],
    alphabet: "",
    after_suspended_hyphen: &["y", "e", "o", "u"],
    before_number: &[],
    before_last_item: &[],
    abbreviations: &[],
    note_beginnings: &["Véase", "Resolución", "Documentos"],
    debris: DebrisWords {
        organization: &["Naciones Unidas"],
        masthead: &[],
        masthead_beginnings: &[],
        page: &[],
        recycle: &["Se ruega reciclar"],
    },
};
