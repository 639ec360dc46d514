//! What was found, as a file: to read, to edit, or for another program.

use chrono::{DateTime, NaiveTime, Utc};
use pledgeboard_documents::{
    RenderOptions,
    content::disclosure::{DisclosedChange, DisclosedKind, DisclosedRecord, DisclosureInput, Done, build},
};
use pledgeboard_domain::{british_time::from_utc, id::PersonId, wording};
use pledgeboard_store::RecordNow;
use serde_json::{Value, json};
use uuid::Uuid;

use super::{Disclosure, DisclosureFormat};
use crate::{
    context::Context,
    error::{AppError, Outcome},
    history::{changed, values::told},
    reports::refused,
};

impl Disclosure {
    /// The whole file.
    pub async fn file(&self, cx: &Context, format: DisclosureFormat) -> Outcome<Vec<u8>> {
        if format == DisclosureFormat::Json {
            return self.json(cx);
        }
        let input = self.input(cx).await?;
        let options = RenderOptions { created: cx.today().and_time(NaiveTime::MIN) };
        let document = build(&input);
        // A long history is many pages: the window goes on meanwhile.
        let made = tokio::task::spawn_blocking(move || match format {
            DisclosureFormat::Docx => pledgeboard_documents::docx(&document, &options),
            _ => pledgeboard_documents::pdf(&document, &options),
        });
        made.await.map_err(AppError::fault)?.map_err(refused)
    }

    async fn input(&self, cx: &Context) -> Outcome<DisclosureInput> {
        let name = |id: Uuid| self.names.get(&id).cloned();
        let mut kinds: Vec<DisclosedKind> = vec![];
        for record in &self.records {
            let disclosed = DisclosedRecord {
                title: self.titled(record),
                lines: changed::sentences(None, Some(&record.fields), &name),
            };
            match kinds.last_mut() {
                Some(kind) if kind.called == record.called => kind.records.push(disclosed),
                _ => kinds.push(DisclosedKind { called: record.called.into(), records: vec![disclosed] }),
            }
        }
        let changes = self.changes.iter().map(|it| DisclosedChange {
            at: moment(it.entry.at),
            by: self.name_of(it.entry.person_id),
            what: it.entry.name.clone(),
            records: it
                .changes
                .iter()
                .map(|change| {
                    let told = told(change, &self.names);
                    DisclosedRecord { title: told.what, lines: told.sentences }
                })
                .collect(),
        });
        Ok(DisclosureInput {
            board: cx.read().await?.board().await?,
            about: self.about.clone(),
            period: self.period.clone(),
            made_on: cx.today(),
            made_by: self.name_of(cx.person),
            kinds,
            papers: self
                .papers
                .iter()
                .map(|paper| match paper.unread {
                    true => format!("{} (no program can read it)", paper.title),
                    false => paper.title.clone(),
                })
                .collect(),
            changes: changes.collect(),
            did: self.did.iter().map(|it| Done { at: moment(it.at), what: it.name.clone() }).collect(),
        })
    }

    fn json(&self, cx: &Context) -> Outcome<Vec<u8>> {
        let records = self.records.iter().map(|it| json!({ "kind": it.kind, "fields": it.fields }));
        let data = json!({
            "about": self.about,
            "period": self.period,
            "made_on": cx.today(),
            "made_by": self.name_of(cx.person),
            "records": records.collect::<Vec<_>>(),
            "papers": self.papers,
            "history": self.changes,
            "did": self.did,
        });
        serde_json::to_vec_pretty(&data).map_err(AppError::fault)
    }

    /// What a record is called by; one that has no words of its own, by its kind.
    fn titled(&self, record: &RecordNow) -> String {
        let id = record.fields.get("id").and_then(Value::as_str).and_then(|id| id.parse::<Uuid>().ok());
        // A person's title is "Cllr".
        let named = id.filter(|_| record.kind == "person").and_then(|id| self.names.get(&id).cloned());
        named.or_else(|| changed::title(&record.fields)).unwrap_or_else(|| record.called.into())
    }

    fn name_of(&self, person: Option<PersonId>) -> String {
        person.and_then(|id| self.people.get(&id).cloned()).unwrap_or_else(|| "Pledgeboard".into())
    }
}

/// "3 December 2026, 5:30pm", by a British clock.
fn moment(at: DateTime<Utc>) -> String {
    let here = from_utc(at.naive_utc());
    format!("{}, {}", wording::date_without_weekday(here.date()), wording::time(here.time()))
}
