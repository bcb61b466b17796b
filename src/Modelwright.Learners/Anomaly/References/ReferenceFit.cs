using System.Globalization;
using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms.Anomalies.References;
using Modelwright.Runtime.Forms.Neighbors;

namespace Modelwright.Learners.Anomaly.References;

/// <summary>The points of a fit: drawn rows, the nearest of each, and the groups whose means the form holds.</summary>
internal sealed class ReferenceFit
{
    private const int Stream = 0x4EA2;

    /// <summary>Draws and places the rows, and makes the points.</summary>
    /// <param name="features">The columns.</param>
    /// <param name="rows">Rows to draw.</param>
    /// <param name="nearest">Others to know of each row.</param>
    /// <param name="holdsRows">Whether the points are to be the rows themselves.</param>
    /// <param name="context">Seed, threads and cancellation.</param>
    public ReferenceFit(Table features, int rows, int nearest, bool holdsRows, FitContext context)
    {
        var random = new SeededRandom(context.Seed, Stream);
        var drawn = DrawnRows.Of(features.RowCount, rows, ref random);
        var space = ReferenceSpace.Of(features, drawn);
        var places = space.Place(drawn.Length == features.RowCount ? features : features.Take(drawn));
        Rows = NearestRows.Find(space, places, drawn.Length, holdsRows ? nearest : Math.Max(nearest, RowGroups.Reach), context);
        Groups = holdsRows ? null : new RowGroups(Rows);
        Points = Groups switch
        {
            null => new(space, places, Ones(drawn.Length), new double[drawn.Length], AreRows: true),
            { Count: 0 } => Nowhere(),
            var groups => groups.Points(),
        };
        Warnings = Groups is { Count: 0 } ? [string.Create(CultureInfo.InvariantCulture, $"There are {drawn.Length} rows, and a point is the mean of three at least, so that none can be read out of it: every row gets the same score. Give more rows.")] : [];
    }

    /// <summary>The rows.</summary>
    public NearestRows Rows { get; }

    /// <summary>Their groups; null where the points are rows.</summary>
    public RowGroups? Groups { get; }

    /// <summary>The points.</summary>
    public ReferencePoints Points { get; }

    /// <summary>What a person should know.</summary>
    public IReadOnlyList<string> Warnings { get; }

    /// <summary>One point in a space without axes: everything is at distance 0 from it.</summary>
    private static ReferencePoints Nowhere() => new(new([], [], [], NeighborMetric.Euclidean), [], [ReferencePoints.FewestRows], [0], AreRows: false);

    private static double[] Ones(int count)
    {
        var ones = new double[count];
        Array.Fill(ones, 1.0);
        return ones;
    }
}
