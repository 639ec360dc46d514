//! What belongs to a trail: from one record to those that it leads to and comes from.

use std::collections::HashSet;

use super::{TrailOf, TrailReader, TrailRecords};
use crate::{
    access::{Access, Audience},
    action::Action,
    agenda_item::AgendaItem,
    id::{ActionId, AgendaItemId, CommitmentId, PromiseId, VoiceId},
    promise::{Commitment, Promise},
    voice::{Answer, Voice},
};

/// The records of one trail, each list in its order.
pub(super) struct Scope<'a> {
    pub of: TrailOf,
    pub reader: TrailReader,
    pub all: &'a TrailRecords<'a>,
    pub voices: Vec<&'a Voice>,
    pub answers: Vec<&'a Answer>,
    pub items: Vec<&'a AgendaItem>,
    pub actions: Vec<&'a Action>,
    pub commitments: Vec<&'a Commitment>,
    pub promises: Vec<&'a Promise>,
}

/// What a record leads to, by id, before it is looked up.
#[derive(Default)]
struct Found {
    voices: HashSet<VoiceId>,
    items: HashSet<AgendaItemId>,
    actions: HashSet<ActionId>,
    commitments: HashSet<CommitmentId>,
    promises: HashSet<PromiseId>,
}

impl<'a> Scope<'a> {
    pub fn of(of: TrailOf, all: &'a TrailRecords<'a>, reader: TrailReader) -> Option<Self> {
        let mut found = Found::default();
        let answers: Vec<&Answer> = match of {
            TrailOf::Voice(id) => {
                let voice = all.voices.iter().find(|it| it.id == id)?;
                found.voice(voice, all)
            }
            TrailOf::Promise(id) => {
                let promise = all.promises.iter().find(|it| it.id == id)?;
                found.promise(promise, all)
            }
            TrailOf::Action(id) => {
                let action = all.actions.iter().find(|it| it.id == id)?;
                found.action(action, all)
            }
            TrailOf::Item(id) => {
                let item = all.items.iter().find(|it| it.id == id)?;
                found.item(item, all)
            }
        };
        let mut voices: Vec<_> = all.voices.iter().filter(|it| found.voices.contains(&it.id)).collect();
        voices.sort_by_key(|it| (it.heard_on, it.id));
        let mut items: Vec<_> = all.items.iter().filter(|it| found.items.contains(&it.id)).collect();
        items.sort_by_key(|it| (all.meeting(it.meeting_id).map(|meeting| meeting.date), it.position));
        let mut actions: Vec<_> = all.actions.iter().filter(|it| found.actions.contains(&it.id)).collect();
        actions.sort_by_key(|it| (it.opened_on, it.id));
        Some(Self {
            of,
            reader,
            all,
            voices,
            answers,
            items,
            actions,
            commitments: all.commitments.iter().filter(|it| found.commitments.contains(&it.id)).collect(),
            promises: all.promises.iter().filter(|it| found.promises.contains(&it.id)).collect(),
        })
    }

    pub fn title(&self) -> String {
        match self.of {
            TrailOf::Voice(_) => "A voice".into(),
            TrailOf::Promise(_) => {
                let promise = self.promises.iter().find(|it| TrailOf::Promise(it.id) == self.of);
                promise.map_or_else(String::new, |it| format!("Promise {}: {}", it.number, it.title))
            }
            TrailOf::Action(_) => {
                let action = self.actions.iter().find(|it| TrailOf::Action(it.id) == self.of);
                action.map_or_else(String::new, |it| format!("Action {}", it.reference))
            }
            TrailOf::Item(_) => {
                let item = self.items.iter().find(|it| TrailOf::Item(it.id) == self.of);
                item.map_or_else(String::new, |it| match it.number.as_str() {
                    "" => self.item_title(it).to_owned(),
                    number => format!("Item {number}: {}", self.item_title(it)),
                })
            }
        }
    }

    /// Whether this reader may not have a voice's words on this trail.
    pub fn guards(&self, voice: &Voice) -> bool {
        let own = self.reader == TrailReader::AtDesk && self.of == TrailOf::Voice(voice.id);
        !own && !voice.may_be_printed_for(Audience::Members)
    }

    /// An answer says much about its voice, and is guarded with it.
    pub fn guards_answer(&self, answer: &Answer) -> bool {
        let voice = self.all.voices.iter().find(|it| it.id == answer.voice_id);
        voice.is_none_or(|voice| self.guards(voice)) || self.closes(answer.agenda_item_id)
    }

    /// Whether what was born of this item is closed to this reader.
    pub fn closes(&self, item: Option<AgendaItemId>) -> bool {
        self.reader == TrailReader::Script && self.access(item).is_some_and(|access| !access.is_open())
    }

    /// The access that is inherited from an item (rule 5).
    pub fn access(&self, item: Option<AgendaItemId>) -> Option<&'a Access> {
        self.all.item(item).map(|item| &item.access)
    }

    pub fn item_title(&self, item: &'a AgendaItem) -> &'a str {
        match self.reader {
            TrailReader::AtDesk => &item.title,
            TrailReader::Script => item.title_for_the_public(),
        }
    }
}

impl Found {
    /// Forward from one voice: what answers it, where it was taken, the promises that it stands behind.
    fn voice<'a>(&mut self, voice: &Voice, all: &TrailRecords<'a>) -> Vec<&'a Answer> {
        self.voices.insert(voice.id);
        let answers: Vec<_> = all.answers.iter().filter(|it| it.voice_id == voice.id).collect();
        self.answered(&answers, all);
        self.items.extend(all.items.iter().filter(|it| it.voices.contains(&voice.id)).map(|it| it.id));
        self.promises.extend(all.promises.iter().filter(|it| it.voices.contains(&voice.id)).map(|it| it.id));
        answers
    }

    fn promise<'a>(&mut self, promise: &Promise, all: &TrailRecords<'a>) -> Vec<&'a Answer> {
        self.promises.insert(promise.id);
        self.commitments
            .extend(all.commitments.iter().filter(|it| it.promise_id == promise.id).map(|it| it.id));
        self.actions
            .extend(all.actions.iter().filter(|it| it.promise_id == Some(promise.id)).map(|it| it.id));
        let keeps = |it: &Answer| {
            it.commitment_id.is_some_and(|id| self.commitments.contains(&id))
                || it.action_id.is_some_and(|id| self.actions.contains(&id))
        };
        let answers: Vec<_> =
            all.answers.iter().filter(|it| promise.voices.contains(&it.voice_id) || keeps(it)).collect();
        self.voices.extend(promise.voices.iter().copied());
        self.voices.extend(answers.iter().map(|it| it.voice_id));
        self.answered(&answers, all);
        self.items.extend(all.items.iter().filter(|it| it.promises.contains(&promise.id)).map(|it| it.id));
        // Its voices may stand behind other promises too: those have trails of their own.
        self.promises.retain(|id| *id == promise.id);
        answers
    }

    fn action<'a>(&mut self, action: &Action, all: &TrailRecords<'a>) -> Vec<&'a Answer> {
        self.actions.insert(action.id);
        let answers: Vec<_> = all.answers.iter().filter(|it| it.action_id == Some(action.id)).collect();
        self.voices.extend(answers.iter().map(|it| it.voice_id));
        // What was taken at the item that it was born of led to it too.
        self.voices
            .extend(all.item(action.agenda_item_id).iter().flat_map(|item| item.voices.iter().copied()));
        self.promises.extend(action.promise_id);
        self.answered(&answers, all);
        self.items.extend(all.items.iter().filter(|it| it.actions.contains(&action.id)).map(|it| it.id));
        self.items.extend(action.agenda_item_id);
        answers
    }

    fn item<'a>(&mut self, item: &AgendaItem, all: &TrailRecords<'a>) -> Vec<&'a Answer> {
        self.items.insert(item.id);
        self.actions.extend(item.actions.iter().copied());
        self.actions
            .extend(all.actions.iter().filter(|it| it.agenda_item_id == Some(item.id)).map(|it| it.id));
        self.promises.extend(item.promises.iter().copied());
        self.voices.extend(item.voices.iter().copied());
        let behind = all.promises.iter().filter(|it| item.promises.contains(&it.id));
        self.voices.extend(behind.flat_map(|it| it.voices.iter().copied()));
        let born = |it: &Answer| {
            it.agenda_item_id == Some(item.id) || it.action_id.is_some_and(|id| self.actions.contains(&id))
        };
        let answers: Vec<_> =
            all.answers.iter().filter(|it| item.voices.contains(&it.voice_id) || born(it)).collect();
        self.voices.extend(answers.iter().map(|it| it.voice_id));
        self.answered(&answers, all);
        // Other items at which those answers were given belong to other trails.
        self.items.retain(|id| *id == item.id);
        answers
    }

    /// What answers point to, and where they were given.
    fn answered(&mut self, answers: &[&Answer], all: &TrailRecords<'_>) {
        self.actions.extend(answers.iter().filter_map(|it| it.action_id));
        self.items.extend(answers.iter().filter_map(|it| it.agenda_item_id));
        let commitments: Vec<CommitmentId> = answers.iter().filter_map(|it| it.commitment_id).collect();
        let kept = all.commitments.iter().filter(|it| commitments.contains(&it.id));
        self.promises.extend(kept.map(|it| it.promise_id));
        self.commitments.extend(commitments);
        let own = all.actions.iter().filter(|it| self.actions.contains(&it.id));
        for action in own {
            self.promises.extend(action.promise_id);
            self.items.extend(action.agenda_item_id);
        }
    }
}
