//! The groups in which hits are shown, in the order of the navigation, and the kinds of records in each.

pub(super) const GROUPS: &[(&str, &[&str])] = &[
    ("Voices", &["voice", "answer"]),
    ("Promises", &["promise", "commitment", "measure", "check"]),
    ("Agenda items", &["agenda_item"]),
    ("Actions", &["action", "action_update", "escalation"]),
    ("Minutes and decisions", &["minute", "decision", "correction"]),
    ("Events", &["event", "reality_check"]),
    ("Meetings", &["meeting"]),
    ("Work programme", &["topic", "standing_report", "anchor"]),
    ("Papers", &["paper"]),
    ("Groups and channels", &["group", "agenda_request", "channel"]),
    ("People and seats", &["person", "seat"]),
    ("Indicators", &["indicator", "indicator_point"]),
    ("Themes", &["theme"]),
    ("Terms of reference and annual reports", &["terms_section", "annual_report"]),
    ("Self-assessments", &["assessment"]),
];
