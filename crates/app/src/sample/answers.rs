//! What became of what children said: four kinds of answers, most of them told back. Twelve voices still wait.

use pledgeboard_domain::{Answer, AnswerKind, ToldHow};

use super::{
    calendar::Calendar,
    ids::{action, commitment, id, item, person, voice},
};
use crate::transfer::Records;

use ToldHow::{Group, Letter, Poster, Report, Visit};

#[derive(Clone, Copy)]
struct Reply {
    voice: &'static str,
    kind: AnswerKind,
    /// The action or commitment.
    link: &'static str,
    item: &'static str,
    ago: i64,
    plain: &'static str,
    told: Option<(i64, ToldHow, &'static str)>,
}

const fn reply(
    voice: &'static str,
    kind: AnswerKind,
    link: &'static str,
    ago: i64,
    plain: &'static str,
) -> Reply {
    Reply { voice, kind, link, item: "", ago, plain, told: None }
}

const fn act(voice: &'static str, action: &'static str, ago: i64, plain: &'static str) -> Reply {
    reply(voice, AnswerKind::Action, action, ago, plain)
}

/// By a commitment, such as "4.1": the first of promise 4.
const fn will(voice: &'static str, commitment: &'static str, ago: i64, plain: &'static str) -> Reply {
    reply(voice, AnswerKind::Commitment, commitment, ago, plain)
}

const fn already(voice: &'static str, ago: i64, plain: &'static str) -> Reply {
    reply(voice, AnswerKind::AlreadyHappens, "", ago, plain)
}

const fn no(voice: &'static str, ago: i64, plain: &'static str) -> Reply {
    reply(voice, AnswerKind::NoBecause, "", ago, plain)
}

impl Reply {
    const fn told(mut self, ago: i64, how: ToldHow, by: &'static str) -> Self {
        self.told = Some((ago, how, by));
        self
    }

    const fn at(mut self, item: &'static str) -> Self {
        self.item = item;
        self
    }
}

#[rustfmt::skip]
const REPLIES: [Reply; 48] = [
    already("pizza secret", 4, "Somebody is helping already.").told(3, Visit, "tanner"),
    already("rings", 1, "Thank you for telling us. Advisers now ring back in two days."),
    already("pregnant", 5, "Your adviser is helping. Nobody is told unless you say so.").told(2, Visit, "tanner"),
    act("maths", "no lessons", 10, "Your review will not be in lessons.").at("panel reviews").told(8, Group, "tanner"),
    act("nine adults", "invite list", 10, "You say who comes to your review.").at("panel reviews").told(8, Group, "tanner"),
    act("interpreter", "interpreters", 10, "You will be able to choose your interpreter.").at("panel told"),
    already("biscuits", 10, "The chair will always ask you first. There will be biscuits.").told(8, Group, "yusuf"),
    act("pictures", "picture cards", 10, "We will bring picture cards to your review.").at("panel told"),
    act("laptop", "laptops", 10, "We now keep laptops ready. Some still come late. We are chasing it.").at("panel told"),
    already("tutor", 31, "The tutors stay for another year.").told(26, Visit, "yusuf"),
    act("pep", "one page plan", 10, "Your school plan will fit on one page.").at("panel told"),
    already("excluded", 9, "School must now ring your home first. Somebody will ask what happened."),
    act("trip", "trip forms", 42, "Your carer can sign the form now. We will help you go next time.").told(35, Letter, "tanner"),
    act("kettle", "starter box", 45, "A box with a kettle will be ready on your first day.").at("third adult").told(31, Poster, "tanner"),
    act("tax", "ring first", 45, "You pay no council tax until you are 25. Your adviser will ring you first.").at("third adult").told(31, Poster, "tanner"),
    act("driving", "driving", 45, "We are working out what lessons would cost.").at("third told").told(9, Group, "hargreaves"),
    act("savings", "savings", 45, "We will tell everyone over 16 what they have.").at("third told"),
    already("staying", 40, "Yes, you can. It is called staying put. Your social worker will talk to you about it.").told(33, Visit, "tanner"),
    act("lock", "locks", 44, "A new lock is coming for your door.").told(36, Visit, "adeyemi"),
    act("box", "box key", 44, "Jess opens the box each week now.").told(30, Visit, "tanner"),
    already("night staff", 44, "We told the night staff. They smiled.").told(36, Visit, "adeyemi"),
    act("garden", "garden", 45, "You can have your own place in the garden. You choose what it is.").at("third told").told(36, Visit, "adeyemi"),
    already("bullied", 76, "The home's manager has sorted it out. Somebody checks each week.").told(70, Visit, "tanner"),
    already("brother", 112, "We will make sure that you see him again soon.").told(101, Letter, "tanner"),
    act("driver", "drivers", 112, "We found six drivers.").at("second family").told(84, Letter, "okafor"),
    act("birthday", "drivers", 112, "There is a driver for the birthday now.").at("second family").told(84, Letter, "okafor"),
    will("sleepover", "6.2", 98, "We will make it easy for you to sleep over."),
    no("nan", 90, "No, we cannot buy a car. We can pay for a taxi when all of you go out.").told(80, Letter, "tanner"),
    act("waiting", "count camhs", 136, "You waited too long. We count from the day you ask now.").at("second camhs").told(120, Report, "tanner"),
    act("dentist", "dentist form", 136, "We will help you stay with one dentist.").at("second told").told(72, Poster, "tanner"),
    act("bath bombs", "sleep packs", 136, "You get a sleep pack at each health check now.").at("second told").told(80, Letter, "nair"),
    act("gym", "gym passes", 136, "Everyone over eleven gets a gym pass.").at("second gym").told(120, Report, "tanner"),
    will("reviews", "1.3", 131, "Your review is a letter to you now.").told(125, Letter, "tanner"),
    will("letters", "10.1", 150, "You are right. You will get an answer within half a term.").told(94, Letter, "tanner"),
    act("words", "words list", 136, "We made a list of words with you. We have stopped using them.").at("second told").told(9, Group, "yusuf"),
    already("vote", 170, "You can vote again at the next takeover day.").told(160, Group, "tanner"),
    act("second", "order", 170, "You come first at our meetings now.").told(150, Group, "yusuf"),
    already("social workers", 160, "More of you keep one social worker now. It is still too few.").told(150, Report, "tanner"),
    already("certificate", 200, "We are proud of you.").told(192, Letter, "yusuf"),
    act("nurse training", "university", 192, "We ask everyone about university in year nine now.").at("first told").told(150, Report, "tanner"),
    act("band", "band money", 192, "The band goes on for another year.").at("first told").told(154, Visit, "tanner"),
    act("bus", "bus talk", 192, "We talked to the bus company. Drivers look out for you now.").at("first told").told(148, Poster, "tanner"),
    act("who to tell", "night card", 150, "You will get a card with a number for the night."),
    act("moved bedroom", "knock", 192, "Adults must knock on your door.").at("first told").told(147, Poster, "tanner"),
    act("photo", "photo rule", 230, "We only use a photo if you say yes.").told(204, Poster, "tanner"),
    will("sleep", "5.1", 270, "We are asking for help to come faster. The nurse can see you now."),
    act("form", "dentist form", 130, "You can join a dentist by phone in your language.").told(74, Visit, "nair"),
    already("rice", 280, "We will keep asking what food you need.").told(270, Visit, "price"),
];

pub(super) fn add(to: &mut Records, calendar: &Calendar) {
    for it in &REPLIES {
        let set = |key: &'static str| Some(key).filter(|key| !key.is_empty());
        // An answer given at a meeting bears that meeting's day.
        let item_id = set(it.item).map(item);
        let decided = to
            .agenda_items
            .iter()
            .find(|item| Some(item.id) == item_id)
            .and_then(|item| to.meetings.iter().find(|meeting| meeting.id == item.meeting_id))
            .map(|meeting| meeting.date);
        let answered_on = decided.unwrap_or_else(|| calendar.day(it.ago));
        to.answers.push(Answer {
            id: id("answer", it.voice),
            version: 1,
            voice_id: voice(it.voice),
            kind: it.kind,
            plain_text: it.plain.into(),
            action_id: (it.kind == AnswerKind::Action).then(|| action(it.link)),
            commitment_id: (it.kind == AnswerKind::Commitment).then(|| commitment(it.link)),
            agenda_item_id: item_id,
            answered_on,
            answered_by: Some(person(if decided.is_some() { "yusuf" } else { "tanner" })),
            told_on: it.told.map(|(ago, ..)| calendar.day(ago).max(answered_on)),
            told_how: it.told.map(|(_, how, _)| how),
            told_by: it.told.map(|(.., by)| person(by)),
        });
    }
}
