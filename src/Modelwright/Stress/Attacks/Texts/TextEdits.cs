using Modelwright.Core.Data;
using Modelwright.Stress.Attacks.Rows;

namespace Modelwright.Stress.Attacks.Texts;

/// <summary>Changes words of texts, those first that tell the model most.</summary>
internal sealed class TextEdits : IAttack
{
    private const int MostLooked = 80;
    private const int MostWords = 10;

    /// <inheritdoc/>
    public AttackInfo Info { get; } = new()
    {
        Name = "text_edits",
        Title = "Edits of words and letters",
        Taxonomy = "evasion, black-box, score-based",
        Meaning = "Leaves out each word in turn to see which tell most, then swaps, drops or doubles a letter of such a word, writes it with letters that look alike, leaves it out or swaps it with the next; the edit that hurts most stays.",
        Source = "Gao, Lanchantin, Soffa & Qi 2018, \"DeepWordBug\"; Li, Ji, Du, Li & Wang 2019, \"TextBugger\".",
    };

    /// <inheritdoc/>
    public string? Unsuited(AttackTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return target.Threat.Columns.Any(column => column.Mutable && target.Schema.TryGet(column.Name, out var spec) && spec is { Type: ColumnType.Text, Kind: ColumnKind.Plain })
            ? null
            : "no text can be changed";
    }

    /// <inheritdoc/>
    public Table? Find(AttackTarget target, int row, int seed, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(target);
        cancellation.ThrowIfCancellationRequested();
        var attacked = target.Open(row);
        var texts = Enumerable.Range(0, attacked.Columns.Length).Where(place => attacked.Columns[place].IsText).ToDictionary(place => place, place => TextWords.Of(attacked.Columns[place].Own.Text!));
        Edit(attacked, texts, new(seed), cancellation);
        return attacked.Found;
    }

    private static void Edit(AttackedRow row, Dictionary<int, TextWords> texts, Random chance, CancellationToken cancellation)
    {
        var guide = row.Target.Guide(row.Row, row.Target.Calm, row.Row);
        var edited = new List<(int Column, int Word)>();
        foreach (var (column, word) in Telling(row, texts, cancellation).Take(MostWords))
        {
            (int Column, TextWords Text)[] tried = [.. Edits(texts[column], word, chance).Select(text => (column, text))];
            var judged = row.Ask([.. tried.Select(one => ChangeOf(row, texts, one))], cancellation);
            var best = Enumerable.Range(0, tried.Length).OrderByDescending(place => judged[place].IsFlipped).ThenByDescending(place => judged[place].Guide).FirstOrDefault(-1);
            if (best < 0 || !(judged[best].IsFlipped || judged[best].Guide > guide))
            {
                continue;
            }

            (texts[column], guide) = (tried[best].Text, judged[best].Guide);
            edited.Add((column, word));
            if (judged[best].IsFlipped)
            {
                TakeBack(row, texts, edited, cancellation);
                return;
            }
        }
    }

    /// <summary>The words whose absence brings the answer nearest to being flipped, those first; words beyond a limit are not looked at.</summary>
    private static IEnumerable<(int Column, int Word)> Telling(AttackedRow row, Dictionary<int, TextWords> texts, CancellationToken cancellation)
    {
        (int Column, int Word)[] words = [.. texts.SelectMany(text => Enumerable.Range(0, text.Value.Count).Take(MostLooked).Select(word => (text.Key, word)))];
        var judged = row.Ask([.. words.Select(word => ChangeOf(row, texts, (word.Column, texts[word.Column].With(word.Word, ""))))], cancellation);
        return words.Zip(judged).OrderByDescending(pair => pair.Second.Guide).Select(pair => pair.First);
    }

    private static IEnumerable<TextWords> Edits(TextWords text, int word, Random chance)
    {
        foreach (var edit in WordEdits.Of(text[word], chance).Append(""))
        {
            yield return text.With(word, edit);
        }

        if (word + 1 < text.Count)
        {
            yield return text.With(word, text[word + 1]).With(word + 1, text[word]);
        }
    }

    /// <summary>Writes words as they were where the answer stays flipped without the edit.</summary>
    private static void TakeBack(AttackedRow row, Dictionary<int, TextWords> texts, List<(int Column, int Word)> edited, CancellationToken cancellation)
    {
        foreach (var (column, word) in edited)
        {
            var before = TextWords.Of(row.Columns[column].Own.Text!);
            var without = texts[column].With(word, before[word]);
            if (row.Flips(ChangeOf(row, texts, (column, without)), cancellation))
            {
                texts[column] = without;
            }
        }
    }

    private static RowChange ChangeOf(AttackedRow row, Dictionary<int, TextWords> texts, (int Column, TextWords Text) other)
    {
        var change = RowChange.None;
        foreach (var (column, text) in texts)
        {
            change = change.With(column, new(double.NaN, (column == other.Column ? other.Text : text).ToString()));
        }

        return row.Changed.Cleaned(change);
    }
}
