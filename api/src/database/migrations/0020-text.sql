-- What people mean is found however they typed it, and what shows nothing is blank.

-- Blank is what shows nothing: white space, controls, and what Unicode calls ignorable. BLANK in visible-text.ts is the same set.
create or replace function is_blank(value text) returns boolean
language sql immutable parallel safe strict
return value !~ '[^\u0001-\u0020\u007F-\u00A0\u00AD\u034F\u061C\u115F\u1160\u1680\u17B4\u17B5\u180B-\u180F\u2000-\u200F\u2028-\u202F\u205F-\u206F\u2800\u3000\u3164\uFE00-\uFE0F\uFEFF\uFFA0\uFFF0-\uFFFB\U00016FE4\U0001BCA0-\U0001BCA3\U0001D173-\U0001D17A\U000E0000-\U000E0FFF]';

-- What a search compares, of text and query alike. Written out, because lower() knows only ASCII where the locale is C,
-- and because the result is stored: it must not change with the server. fold.ts of the client marks by the same rules.
create function fold_text(value text) returns text language plpgsql immutable parallel safe strict as $$
declare
  folded text := value;
begin
  if octet_length(value) = char_length(value) then
    return lower(replace(value, '`', '''') collate "C");
  end if;
  folded := regexp_replace(folded, '[\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uFE00-\uFE0F\uFEFF\uFFA0\uFFF0-\uFFFB\U0001BCA0-\U0001BCA3\U0001D173-\U0001D17A\U000E0000-\U000E0FFF]+', '', 'g');
  if folded ~ '[\u0060\u00AB\u00B4\u00BB\u02B9\u02BB-\u02BD\u02C8\u02CA\u02CB\u055A\u058A\u05BE\u05F3\u1400\u1806\u2010-\u2015\u2018-\u201F\u2032\u2033\u2035\u2036\u2043\u2212\uA78C\uFE58\uFE63\uFF02\uFF07\uFF0D]' then
    folded := translate(folded, U&'\0060\00B4\02B9\02BB\02BC\02BD\02C8\02CA\02CB\055A\05F3\2018\2019\201A\201B\2032\2035\A78C\FF07\058A\05BE\1400\1806\2010\2011\2012\2013\2014\2015\2043\2212\FE58\FE63\FF0D\00AB\00BB\201C\201D\201E\201F\2033\2036\FF02',
      '''''''''''''''''''''''''''''''''''''''---------------"""""""""');
  end if;
  -- Signs that modify a letter go, in Latin, Greek, Cyrillic, Hebrew and Arabic; elsewhere they are letters and stay.
  folded := normalize(regexp_replace(normalize(folded, NFKD), '[\u0300-\u036F\u0483-\u0487\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7\u0610-\u061A\u0640\u064B-\u065F\u0670\u06D6-\u06DC\u06DF-\u06E4\u06E7\u06E8\u06EA-\u06ED\u08CA-\u08E1\u08E3-\u08FF\u1AB0-\u1ACE\u1DC0-\u1DFF\u20D0-\u20F0\uFE20-\uFE2F]+', '', 'g'), NFKC);
  -- Latin
  if folded ~ '[\u00D0\u00D8\u00F0\u00F8\u0110\u0111\u0126\u0127\u0131\u0141\u0142\u014A\u0166\u0167\u0181\u0182\u0184\u0186\u0187\u0189-\u018B\u018E-\u0191\u0193\u0194\u0196-\u0198\u019C\u019D\u019F\u01A2\u01A4\u01A6\u01A7\u01A9\u01AC\u01AE\u01B1-\u01B3\u01B5\u01B7\u01B8\u01BC\u01E4\u01F6\u01F7\u021C\u0220\u0222\u0224\u023A\u023B\u023D\u023E\u0241\u0243-\u0246\u0248\u024A\u024C\u024E]' then
    folded := translate(folded, 'ÐØðøĐđĦħıŁłŊŦŧƁƂƄƆƇƉƊƋƎƏƐƑƓƔƖƗƘƜƝƟƢƤƦƧƩƬƮƱƲƳƵƷƸƼǤǶǷȜȠȢȤȺȻȽȾɁɃɄɅɆɈɊɌɎ',
      'dododdhhillŋttɓƃƅɔƈɖɗƌǝəɛƒɠɣɩɨƙɯɲɵƣƥʀƨʃƭʈʊʋƴƶʒƹƽǥƕƿȝƞȣȥⱥȼƚⱦɂƀʉʌɇɉɋɍɏ');
  end if;
  -- Greek
  if folded ~ '[\u0370\u0372\u0376\u037F\u0391-\u03A1\u03A3-\u03A9\u03C2\u03CF\u03D8\u03DA\u03DC\u03DE\u03E0\u03E2\u03E4\u03E6\u03E8\u03EA\u03EC\u03EE\u03F7\u03FA\u03FD-\u03FF]' then
    folded := translate(folded, 'ͰͲͶͿΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩςϏϘϚϜϞϠϢϤϦϨϪϬϮϷϺϽϾϿ',
      'ͱͳͷϳαβγδεζηθικλμνξοπρστυφχψωσϗϙϛϝϟϡϣϥϧϩϫϭϯϸϻͻͼͽ');
  end if;
  -- Cyrillic
  if folded ~ '[\u0402\u0404-\u0406\u0408-\u040B\u040F-\u0418\u041A-\u042F\u0460\u0462\u0464\u0466\u0468\u046A\u046C\u046E\u0470\u0472\u0474\u0478\u047A\u047C\u047E\u0480\u048A\u048C\u048E\u0490\u0492\u0494\u0496\u0498\u049A\u049C\u049E\u04A0\u04A2\u04A4\u04A6\u04A8\u04AA\u04AC\u04AE\u04B0\u04B2\u04B4\u04B6\u04B8\u04BA\u04BC\u04BE\u04C0\u04C3\u04C5\u04C7\u04C9\u04CB\u04CD\u04D4\u04D8\u04E0\u04E8\u04F6\u04FA\u04FC\u04FE\u0500\u0502\u0504\u0506\u0508\u050A\u050C\u050E\u0510\u0512\u0514\u0516\u0518\u051A\u051C\u051E\u0520\u0522\u0524\u0526\u0528\u052A\u052C\u052E]' then
    folded := translate(folded, 'ЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯѠѢѤѦѨѪѬѮѰѲѴѸѺѼѾҀҊҌҎҐҒҔҖҘҚҜҞҠҢҤҦҨҪҬҮҰҲҴҶҸҺҼҾӀӃӅӇӉӋӍӔӘӠӨӶӺӼӾԀԂԄԆԈԊԌԎԐԒԔԖԘԚԜԞԠԢԤԦԨԪԬԮ',
      'ђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяѡѣѥѧѩѫѭѯѱѳѵѹѻѽѿҁҋҍҏґғҕҗҙқҝҟҡңҥҧҩҫҭүұҳҵҷҹһҽҿӏӄӆӈӊӌӎӕәӡөӷӻӽӿԁԃԅԇԉԋԍԏԑԓԕԗԙԛԝԟԡԣԥԧԩԫԭԯ');
  end if;
  -- Armenian
  if folded ~ '[\u0531-\u0556]' then
    folded := translate(folded, 'ԱԲԳԴԵԶԷԸԹԺԻԼԽԾԿՀՁՂՃՄՅՆՇՈՉՊՋՌՍՎՏՐՑՒՓՔՕՖ',
      'աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆ');
  end if;
  -- Georgian
  if folded ~ '[\u1C90-\u1CBA\u1CBD-\u1CBF]' then
    folded := translate(folded, 'ᲐᲑᲒᲓᲔᲕᲖᲗᲘᲙᲚᲛᲜᲝᲞᲟᲠᲡᲢᲣᲤᲥᲦᲧᲨᲩᲪᲫᲬᲭᲮᲯᲰᲱᲲᲳᲴᲵᲶᲷᲸᲹᲺᲽᲾᲿ',
      'აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰჱჲჳჴჵჶჷჸჹჺჽჾჿ');
  end if;
  if folded ~ '[ÆŒÞßæœþẞ]' then
    folded := replace(replace(translate(folded, 'ÆŒÞẞ', 'æœþß'), 'æ', 'ae'), 'œ', 'oe');
    folded := replace(replace(folded, 'þ', 'th'), 'ß', 'ss');
  end if;
  return lower(folded collate "C");
end $$;

-- Contains what was searched for, as a pattern of LIKE.
create function search_pattern(words text) returns text language sql immutable parallel safe strict
return '%' || regexp_replace(fold_text(words), '([\\%_])', '\\\1', 'g') || '%';

-- Titles are one line, and nothing in them turns the line around. What is blank by the rule above is given words.
select set_config('relaydesk.source', 'import', true), set_config('relaydesk.actor', '', true),
  set_config('relaydesk.actor_kind', 'system', true);
update ticket set
  title = case when is_blank(cleaned) then 'Untitled' else cleaned end,
  description = case when not is_blank(description) then description when is_blank(cleaned) then 'Untitled' else cleaned end
from (
  select number as cleaned_number, btrim(regexp_replace(regexp_replace(title, '[\u202A-\u202E\u2066-\u2069]', '', 'g'),
    '[ \t]*[\u000A-\u000D\u0085\u2028\u2029]+[ \t]*', ' ', 'g')) as cleaned
  from ticket
  where title ~ '[\u000A-\u000D\u0085\u2028\u2029\u202A-\u202E\u2066-\u2069]' or is_blank(title) or is_blank(description)
) as unfit
where number = cleaned_number;

-- Stored, because a search reads it in many rows; changed only where title or description is. C: bytes are compared.
alter table ticket add column search_text text collate "C" generated always as (fold_text(title || ' ' || description)) stored;
drop index ticket_search;
create index ticket_search on ticket using gin (search_text gin_trgm_ops);
