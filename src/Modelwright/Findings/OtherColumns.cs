using Modelwright.Findings.Inner;
using Modelwright.Profile.Relations;

namespace Modelwright.Findings;

/// <summary>What the other columns tell together: against that, a column that tells far more is suspect, and one among equals is not.</summary>
internal sealed class OtherColumns(LeakGround ground, Outcome whole, int seed)
{
    private const int MostRows = 8_000;
    private const int FewestRows = 2_000;
    private const int MostOutputs = 40_000;
    private const int MostColumns = 16;
    private const int MostClasses = 12;
    private const int Rounds = 40;
    private const int RoundsOfMany = 20;
    private const int Folds = 3;
    private readonly Dictionary<string, OthersAnswer> _known = new(StringComparer.Ordinal);

    /// <summary>Out-of-fold answers of a small model of the columns that are not named, the most telling ones.</summary>
    public OthersAnswer Without(IReadOnlyCollection<string> names)
    {
        var key = string.Join('\n', names.Order(StringComparer.Ordinal));
        if (!_known.TryGetValue(key, out var answer))
        {
            answer = Answer(names);
            _known.Add(key, answer);
        }

        return answer;
    }

    private OthersAnswer Answer(IReadOnlyCollection<string> names)
    {
        var merged = whole.Merged(MostClasses);
        var wanted = Math.Clamp(MostOutputs / Math.Max(1, merged.ClassCount), FewestRows, MostRows);
        var rows = Validation.RowSample.Draw(ground.Sample.Length, Math.Min(wanted, ground.Sample.Length), seed);
        BinnedColumn[] columns = [.. ground.Columns.Where(column => !names.Contains(column.Name)).OrderByDescending(column => column.Power).Take(MostColumns).Select(column => column.Bins.Take(rows))];
        var outcome = merged.Take(rows);
        var random = new Random(seed);
        byte[] folds = [.. rows.Select(_ => (byte)random.Next(Folds))];
        return new(rows, outcome, columns.Length == 0 ? null : BoostedBins.OutOfFold(columns, outcome, folds, outcome.ClassCount > 2 ? RoundsOfMany : Rounds, ground.Cancellation));
    }
}
