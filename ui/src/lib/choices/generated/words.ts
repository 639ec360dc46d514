// The domain's words, written by `npx vitest run src/lib/choices -u`. Do not edit.

export const domainWords = {
	AccessKind: {
		'open': 'open',
		'exempt': 'exempt',
		'confidential': 'confidential',
		'restricted': 'restricted'
	},
	ActionState: {
		'open': 'open',
		'done': 'done, waiting for the board',
		'closed': 'closed by the board',
		'withdrawn': 'withdrawn'
	},
	AgeBand: {
		'under_5': 'under 5',
		'5_to_10': '5 to 10',
		'11_to_15': '11 to 15',
		'16_to_17': '16 and 17',
		'18_to_25': '18 to 25'
	},
	Aim: {
		'met': 'target met',
		'on_the_way': 'on the way to the target',
		'no_nearer': 'no nearer the target',
		'not_yet': 'not at the target yet'
	},
	AnswerKind: {
		'action': 'an action',
		'commitment': 'a commitment in a promise',
		'already_happens': 'this already happens, here is how',
		'no_because': 'no, because…'
	},
	AnswerWithin: {
		'this_half_term': 'by the end of the half-term in which it was heard',
		'next_half_term': 'by the end of the next half-term',
		'weeks': 'within so many weeks'
	},
	AttendanceStatus: {
		'present': 'present',
		'apologies': 'apologies',
		'absent': 'absent',
		'substitute': 'substitute'
	},
	BackupReason: {
		'opened': 'when the board was opened',
		'daily': 'once a day',
		'import': 'before an import',
		'meeting': 'after a meeting',
		'asked': 'because you asked for it',
		'restore': 'before an earlier copy was put back'
	},
	Became: {
		'waiting': 'waiting for an answer',
		'answered': 'answered, not told yet',
		'told': 'told'
	},
	Better: {
		'higher': 'higher is better',
		'lower': 'lower is better'
	},
	BoardPart: {
		'chair': 'chair',
		'democratic_services': 'democratic services',
		'link_champion': 'Link Champion',
		'member': 'member',
		'auditor': 'auditor'
	},
	ChampionKind: {
		'link_champion': 'Link Champion',
		'officer_champion': 'officer champion'
	},
	Change: {
		'new': 'new',
		'same': 'on the board already',
		'changed': 'changed since it came in',
		'conflict': 'different on the board',
		'taken_back': 'taken back on the board'
	},
	ChannelKind: {
		'app': 'app or message line',
		'survey': 'survey',
		'review': 'reviews',
		'visitor': 'independent visitors',
		'advocacy': 'advocacy',
		'participation': 'participation group',
		'school': 'school council',
		'health': 'health checks',
		'complaint': 'complaints and compliments',
		'other': 'another way'
	},
	Code: {
		'invalid': 'not valid',
		'not_found': 'not found',
		'stale': 'changed by someone else',
		'rule': 'against a rule',
		'duplicate': 'already there',
		'storage': 'storage',
		'damaged': 'damaged',
		'locked': 'locked',
		'no_board': 'no board is open',
		'stopped': 'stopped',
		'fault': 'fault'
	},
	CommitmentState: {
		'done': 'done',
		'due': 'due',
		'overdue': 'overdue',
		'open': 'no date yet'
	},
	DealtBy: {
		'board': 'this board',
		'scrutiny': 'scrutiny',
		'both': 'this board and scrutiny'
	},
	EscalateTo: {
		'lead_member': 'the lead member',
		'cabinet': 'Cabinet',
		'scrutiny': 'scrutiny'
	},
	EventKind: {
		'activity': 'activity',
		'meal': 'meal',
		'drop_in': 'drop-in',
		'visit': 'visit',
		'forum': 'forum',
		'inspection': 'inspection by young people',
		'survey': 'survey',
		'takeover': 'takeover',
		'celebration': 'celebration'
	},
	FindingKind: {
		'long_sentence': 'long sentence',
		'passive': 'nobody does it',
		'abbreviation': 'abbreviation',
		'jargon': 'word of the field',
		'hard_word': 'hard word'
	},
	Gap: {
		'no_champion': 'no Link Champion',
		'no_event': 'no event was held',
		'no_event_yet': 'no event yet',
		'not_logged': 'not logged yet',
		'no_voices': 'no voices from it',
		'not_taken': 'voices not taken to the board'
	},
	GroupKind: {
		'young_people': 'young people’s group',
		'carers': 'carers’ group',
		'operational': 'operational group',
		'other': 'another body'
	},
	HeardEvery: {
		'week': 'every week',
		'month': 'every month',
		'half_term': 'every half-term',
		'term': 'every term',
		'half_year': 'twice a year',
		'year': 'every year',
		'as_needed': 'as needed'
	},
	IdentifyingKind: {
		'board_name': 'the name of somebody on the board',
		'full_name': 'a full name',
		'phone': 'a telephone number',
		'email': 'an e-mail address',
		'address': 'an address'
	},
	InterestKind: {
		'disclosable_pecuniary': 'disclosable pecuniary interest',
		'other_registrable': 'other registrable interest',
		'non_registrable': 'non-registrable interest',
		'personal': 'personal interest, not prejudicial',
		'prejudicial': 'personal and prejudicial interest'
	},
	ItemKind: {
		'welcome': 'welcome and apologies',
		'interests': 'declarations of interest',
		'election': 'election of chair or vice-chair',
		'last_minutes': 'minutes of the last meeting',
		'public_questions': 'public questions',
		'children_told': 'what children told us',
		'from_group': 'from a group',
		'theme': 'theme',
		'promise': 'promise',
		'actions': 'actions',
		'work_programme': 'work programme',
		'report': 'report',
		'exclusion': 'exclusion of the public',
		'other': 'other business'
	},
	Lens: {
		'officers': 'officers say',
		'link_champion': 'Link Champion saw',
		'children': 'children and young people say'
	},
	LoopStep: {
		'you_said': 'You said',
		'we_will': 'We will',
		'how_will_we_know': 'How will we know?',
		'we_did': 'We did',
		'we_told_you': 'We told you'
	},
	MeetingDay: {
		'monday': 'Monday',
		'tuesday': 'Tuesday',
		'wednesday': 'Wednesday',
		'thursday': 'Thursday',
		'friday': 'Friday'
	},
	MeetingKind: {
		'themed': 'themed meeting',
		'business': 'business meeting',
		'childrens_panel': 'children’s panel',
		'takeover': 'takeover day',
		'special': 'special meeting'
	},
	MeetingState: {
		'planned': 'planned',
		'agenda_drafted': 'agenda drafted',
		'agenda_published': 'agenda published',
		'held': 'held',
		'minutes_drafted': 'minutes drafted',
		'minutes_approved': 'minutes approved'
	},
	Often: {
		'every_half_term': 'once every half-term',
		'every_term': 'once every term',
		'every_month': 'every month in term time'
	},
	Part: {
		'member': 'member',
		'young_representative': 'young representative',
		'in_attendance': 'in attendance'
	},
	PartKind: {
		'event': 'the event',
		'voice': 'a voice',
		'check': 'a reality check'
	},
	PointState: {
		'ready': 'ready',
		'advice': 'worth a look',
		'blocked': 'in the way'
	},
	Principle: {
		'best_interests': 'act in their best interests, and look after their health in body and mind',
		'express_views': 'encourage them to say what they think, wish and feel',
		'take_views_into_account': 'take into account what they think, wish and feel',
		'access_to_services': 'help them to get, and make the best use of, what the council and its partners offer',
		'high_aspirations': 'aim high for them, and seek the best outcomes',
		'safety_and_stability': 'keep them safe, with stability at home, in relationships, and in education or work',
		'preparation_for_adulthood': 'prepare them for adulthood and for living independently'
	},
	ProposedFrom: {
		'opening': 'To open the meeting',
		'voices': 'What children told us',
		'groups': 'What groups ask for',
		'promise': 'Promises in dispute',
		'theme': 'The theme of the meeting',
		'programme': 'The work programme',
		'actions': 'Actions',
		'left': 'Left over from earlier meetings'
	},
	Purpose: {
		'listen': 'listen',
		'lead': 'lead',
		'check': 'check',
		'decide': 'decide',
		'note': 'note',
		'business': 'business'
	},
	Rating: {
		'kept': 'kept',
		'getting_there': 'getting there',
		'not_yet': 'not yet',
		'cannot_tell': 'can’t tell yet'
	},
	RecordState: {
		'stands': 'stands',
		'open': 'open',
		'late': 'late',
		'done': 'done'
	},
	ReminderKind: {
		'event': 'event',
		'log': 'log an event',
		'event_due': 'event due',
		'promise': 'look at a promise',
		'meeting': 'meeting',
		'agenda': 'agenda deadline'
	},
	RequestOutcome: {
		'heard': 'the board talked about it',
		'declined': 'not on an agenda, because…',
		'taken_back': 'the group took it back'
	},
	RequestState: {
		'waiting': 'waiting',
		'scheduled': 'on an agenda',
		'answered': 'answered, not told yet',
		'told': 'told',
		'taken_back': 'taken back'
	},
	RetentionKind: {
		'said': 'what children and young people said',
		'seen': 'what Link Champions wrote about events',
		'asked': 'what groups asked the board to talk about',
		'contact': 'contact details of people who left',
		'papers': 'papers of meetings'
	},
	ReviewState: {
		'ahead': 'looked at in its rhythm',
		'due': 'time to look again',
		'late': 'late'
	},
	Role: {
		'chair': 'chair',
		'vice_chair': 'vice-chair',
		'lead_member': 'lead member',
		'councillor': 'councillor',
		'director': 'director',
		'officer': 'officer',
		'democratic_services': 'democratic services officer',
		'participation_worker': 'participation worker',
		'partner': 'partner',
		'young_representative': 'young representative',
		'carer': 'carer',
		'observer': 'observer'
	},
	Scope: {
		'ever': 'never starts again',
		'year': 'starts again each municipal year',
		'meeting': 'starts again at each meeting'
	},
	Score: {
		'not_yet': 'not yet true',
		'begun': 'begun',
		'mostly': 'mostly true',
		'true': 'true, and it shows'
	},
	ScrutinySplit: {
		'board_leads': 'the board leads and removes barriers; scrutiny holds to account in public',
		'board_does_both': 'the board does both; there is no split with scrutiny'
	},
	Share: {
		'no': 'with nobody',
		'board_only': 'with the board only',
		'anywhere': 'anywhere'
	},
	Since: {
		'last_year': 'last year',
		'last_time': 'last time'
	},
	SinceLast: {
		'better': 'better than last time',
		'same': 'the same as last time',
		'worse': 'worse than last time',
		'new': 'not judged last time'
	},
	Speaker: {
		'officer': 'officer',
		'partner': 'partner',
		'councillor': 'councillor',
		'young_people': 'young people'
	},
	Standing: {
		'statutory_committee': 'statutory committee',
		'non_statutory_board': 'non-statutory board'
	},
	StepState: {
		'whole': 'complete',
		'under_way': 'under way',
		'missing': 'nothing yet',
		'not_needed': 'not needed'
	},
	TakenBack: {
		'twice': 'it was written down twice',
		'mistake': 'it was written down by mistake',
		'asked': 'the child asked us to take it back'
	},
	Term: {
		'autumn_1': 'Autumn 1',
		'autumn_2': 'Autumn 2',
		'spring_1': 'Spring 1',
		'spring_2': 'Spring 2',
		'summer_1': 'Summer 1',
		'summer_2': 'Summer 2'
	},
	ToldHow: {
		'visit': 'a visit',
		'letter': 'a letter',
		'poster': 'a poster',
		'report': 'a child-friendly report',
		'group': 'at their group'
	},
	Tool: {
		'paper': 'a paper',
		'young_people': 'a presentation by young people',
		'visit': 'a visit',
		'discussion': 'a discussion with those who can change it',
		'numbers': 'the numbers, and why they changed',
		'questions': 'questions to those who decide',
		'task_group': 'a task and finish group'
	},
	TopicState: {
		'planned': 'planned',
		'on_agenda': 'on an agenda',
		'done': 'done',
		'dropped': 'dropped'
	},
	TrailKind: {
		'voice': 'voice',
		'request': 'request',
		'item': 'agenda item',
		'decision': 'decision',
		'promise': 'promise',
		'commitment': 'commitment',
		'answer': 'answer',
		'action': 'action',
		'measure': 'measure',
		'check': 'check',
		'told': 'told back',
		'printed': 'printed'
	},
	UsualAgenda: {
		'usual_meeting': 'usual meeting',
		'themed_meeting': 'themed meeting',
		'childrens_panel': 'children’s panel',
		'takeover_day': 'takeover day'
	},
	Verdict: {
		'true': 'true',
		'partly': 'partly true',
		'not_true': 'not true',
		'cannot_tell': 'can’t tell'
	},
	VoteWay: {
		'for': 'for',
		'against': 'against',
		'abstained': 'abstained'
	},
	Way: {
		'better': 'better than',
		'same': 'the same as',
		'worse': 'worse than'
	}
} as const;
