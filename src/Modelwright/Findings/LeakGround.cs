using Modelwright.Core.Data;
using Modelwright.Profile.Relations;
using Modelwright.Validation;

namespace Modelwright.Findings;

/// <summary>What every check for leaks looks at: a seeded sample of the rows, its columns in bins, what each tells alone and others tell together.</summary>
internal sealed class LeakGround
{
    // Bounded by counts and not by the clock, so that the same rows give the same findings on every machine.
    private const int MostRows = 20_000;
    private const int FewestRows = 2_000;
    private const int MostCells = 4_000_000;
    private const int MostCounted = 1_000_000;
    private static readonly string[] Thirds = ["lower", "middle", "upper"];
    private readonly int _seed;
    private Outcome? _parts;
    private OtherColumns? _othersOfParts;

    private LeakGround(LabelledRows rows, int[] sample, int seed, CancellationToken cancellation)
    {
        (Rows, Sample, _seed, Cancellation) = (rows, sample, seed, cancellation);
        Outcome = Outcome.Of(rows.Task, rows.Target!.Take(sample));
        Folds = PredictivePower.FoldsOf(sample.Length, Seeds.Mix(seed, -3));
        Columns = [.. rows.Schema.Features.Where(IsThere).Select(Of)];
        Others = new(this, Outcome, Seeds.Mix(seed, -4));
    }

    /// <summary>All rows, each with a target.</summary>
    public LabelledRows Rows { get; }

    /// <summary>The rows of the sample, ascending; all where they are few.</summary>
    public int[] Sample { get; }

    /// <summary>The target of the sample.</summary>
    public Outcome Outcome { get; }

    /// <summary>The target as classes: its own, or the lower, middle and upper third of numbers.</summary>
    public Outcome Parts => _parts ??= Outcome.IsClasses ? Outcome : Outcome.Thirds();

    /// <summary>A fold a row of the sample.</summary>
    public byte[] Folds { get; }

    /// <summary>The columns that a model may use.</summary>
    public IReadOnlyList<GroundColumn> Columns { get; }

    /// <summary>What columns tell together.</summary>
    public OtherColumns Others { get; }

    /// <summary>What columns tell together of <see cref="Parts"/>.</summary>
    public OtherColumns OthersOfParts => _othersOfParts ??= Outcome.IsClasses ? Others : new(this, Parts, Seeds.Mix(_seed, -4));

    /// <summary>Asks to end at once.</summary>
    public CancellationToken Cancellation { get; }

    /// <summary>Rows, from the first, in which equal values are counted: all, or a million.</summary>
    public int Counted => Math.Min(MostCounted, Rows.Table.RowCount);

    /// <summary>Whether the sample is all rows.</summary>
    public bool IsWhole => Sample.Length == Rows.Table.RowCount;

    /// <summary>A class of <see cref="Parts"/> in words.</summary>
    public string Say(int part) => Rows.Target is CategoryColumn target && Outcome.IsClasses ? $"'{target.Levels[part]}' as '{Target}'" : $"a '{Target}' in the {Thirds[part]} third";

    /// <summary>The target's name.</summary>
    public string Target => Rows.Target!.Name;

    /// <summary>Draws the sample.</summary>
    public static LeakGround Draw(LabelledRows rows, int seed, CancellationToken cancellation)
    {
        var count = rows.Table.RowCount;
        var wanted = Math.Min(count, Math.Clamp(MostCells / Math.Max(1, rows.Table.Columns.Count), FewestRows, MostRows));
        return new(rows, RowSample.Draw(count, wanted, Seeds.Mix(seed, -5)), seed, cancellation);
    }

    /// <summary>The columns of a role that the rows have.</summary>
    public IEnumerable<GroundColumn> WithRole(ColumnRole role) => Rows.Schema.WithRole(role).Where(IsThere).Select(Of);

    /// <summary>The power of some bins of the sample's rows.</summary>
    public double PowerOf(BinnedColumn bins) => PredictivePower.Of(bins, Outcome, Folds);

    private bool IsThere(ColumnSpec spec) => Rows.Table.TryGet(spec.Name, out _);

    private GroundColumn Of(ColumnSpec spec) => new(this, spec, Rows.Table[spec.Name]);
}
