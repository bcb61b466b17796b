using Modelwright.Profile.Relations;

namespace Modelwright.Findings.Leaks;

/// <summary>One bin of a column, or all rows but those of one bin, with the class that most of its rows have.</summary>
internal sealed record PurePart
{
    private readonly bool _isRest;
    private readonly int _bin;

    /// <summary>Counts a part.</summary>
    public PurePart(LeakGround ground, GroundColumn column, int bin, bool IsRest, int[] rows, int[,] counts)
    {
        (Column, _bin, _isRest) = (column, bin, IsRest);
        var all = ground.Sample.Length;
        Rows = IsRest ? all - rows[bin] : rows[bin];
        for (var wanted = 0; wanted < ground.Parts.ClassCount; wanted++)
        {
            var ofClass = 0;
            for (var other = 0; other < rows.Length; other++)
            {
                ofClass += counts[other, wanted];
            }

            var within = IsRest ? ofClass - counts[bin, wanted] : counts[bin, wanted];
            if (within > WithClass)
            {
                (WithClass, Class, Share, OfClass) = (within, wanted, ofClass / (double)all, within / (double)ofClass);
            }
        }
    }

    /// <summary>The column.</summary>
    public GroundColumn Column { get; }

    /// <summary>Rows of the part.</summary>
    public int Rows { get; }

    /// <summary>The class that most of them have.</summary>
    public int Class { get; }

    /// <summary>How many of them have it.</summary>
    public int WithClass { get; }

    /// <summary>The share of all rows that have it.</summary>
    public double Share { get; }

    /// <summary>The share of the rows with the class that lie in the part.</summary>
    public double OfClass { get; }

    /// <summary>Rows times the divergence of the part's share from that of all, an upper bound of the log of its chance (Chernoff 1952).</summary>
    public double Evidence
    {
        get
        {
            var within = WithClass / (double)Math.Max(1, Rows);
            var missed = within >= 1 ? 0 : (1 - within) * Math.Log((1 - within) / Math.Max(1e-12, 1 - Share));
            return within > Share ? Rows * ((within * Math.Log(within / Share)) + missed) : 0;
        }
    }

    /// <summary>What kind of finding it is.</summary>
    public string Kind => IsOfMissing ? "missing_tells" : _isRest ? "constant_for_class" : "pure_level";

    /// <summary>Whether it is about missing values.</summary>
    public bool IsOfMissing => _bin == BinnedColumn.Missing;

    /// <summary>The part in words.</summary>
    public string Said => (IsOfMissing, _isRest) switch
    {
        (true, false) => $"no value in '{Column.Name}'",
        (true, true) => $"a value in '{Column.Name}'",
        (false, false) => $"{Column.Show(_bin)} in '{Column.Name}'",
        _ => $"another value than {Column.Show(_bin)} in '{Column.Name}'",
    };

    /// <summary>Whether rows of a bin are in the part.</summary>
    public bool Holds(int bin) => bin == _bin != _isRest;
}
