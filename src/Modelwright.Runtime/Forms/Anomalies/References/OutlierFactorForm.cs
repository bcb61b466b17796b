using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Core.Learning.Abilities;
using Modelwright.Runtime.Forms.Neighbors;
using Modelwright.Runtime.Numerics;

namespace Modelwright.Runtime.Forms.Anomalies.References;

/// <summary>The local outlier factor: how much sparser it is about a row than about its neighbours. 1 is as dense, more is stranger.</summary>
/// <remarks>Breunig, Kriegel, Ng &amp; Sander 2000; the reach and the sparsity of a point are the means of those of its rows.</remarks>
public sealed class OutlierFactorForm : IForm, IExplainsStrangeness
{
    internal const string Name = "anomaly_density";
    private readonly RowScores _rows;

    /// <summary>Makes the form.</summary>
    /// <param name="points">The points.</param>
    /// <param name="neighbors">Training rows that count, 1 to 1,000.</param>
    /// <param name="reaches">One a point: the distance of its rows to their k-th neighbours, 0 or more.</param>
    /// <param name="densities">One a point: the local reachability density of its rows, above 0.</param>
    /// <param name="least">The mean reach below which no row's is taken, above 0: rows in one place are not infinitely dense.</param>
    /// <exception cref="ArtifactException">Lengths disagree, or a number is not sound.</exception>
    public OutlierFactorForm(ReferencePoints points, int neighbors, double[] reaches, double[] densities, double least)
    {
        ArgumentNullException.ThrowIfNull(reaches);
        ArgumentNullException.ThrowIfNull(densities);
        var scorer = new Scorer(points, neighbors, reaches, densities, least);
        _rows = new(Name, points.Space.Inputs, scorer);
        (Points, Neighbors, Reaches, Densities, Least) = (points, neighbors, reaches, densities, least);
        Info = new(Name, 1, points.Space.Inputs) { Bytes = (8L * points.Places.Length) + (32L * points.Count), HoldsRows = points.AreRows };
    }

    /// <summary>The points.</summary>
    public ReferencePoints Points { get; }

    /// <summary>Training rows that count.</summary>
    public int Neighbors { get; }

    /// <summary>One a point: the distance of its rows to their k-th neighbours.</summary>
    public double[] Reaches { get; }

    /// <summary>One a point: the local reachability density of its rows.</summary>
    public double[] Densities { get; }

    /// <summary>The mean reach below which no row's is taken.</summary>
    public double Least { get; }

    /// <inheritdoc/>
    public FormInfo Info { get; }

    /// <inheritdoc/>
    public void Score(Table rows, Span<double> output) => _rows.Score(rows, output);

    /// <inheritdoc/>
    public void Strangeness(Table rows, Span<double> output) => _rows.Explain(rows, output);

    /// <inheritdoc/>
    public void Write(IArtifactWriter writer)
    {
        ReferenceRecord.Write(writer, Points, Neighbors);
        writer.Numbers("reaches", Reaches);
        writer.Numbers("densities", Densities);
        writer.Number("least", Least);
    }

    internal static OutlierFactorForm Read(IArtifactReader reader)
    {
        var (points, neighbors) = ReferenceRecord.Read(reader);
        return new(points, neighbors, reader.Numbers("reaches"), reader.Numbers("densities"), reader.Number("least"));
    }

    private sealed class Scorer : ReferenceScorer
    {
        private readonly double[] _reaches;
        private readonly double[] _densities;
        private readonly double _least;

        internal Scorer(ReferencePoints points, int neighbors, double[] reaches, double[] densities, double least)
            : base(Name, points, neighbors)
        {
            if (reaches.Length != points.Count || densities.Length != points.Count)
            {
                throw new ArtifactException($"Form '{Name}' has {reaches.Length} reaches and {densities.Length} densities for {points.Count} points. Give one of each a point.");
            }

            if (!SoundArrays.AreFinite(reaches) || !SoundArrays.AreFinite(densities) || Array.Exists(reaches, reach => reach < 0) || Array.Exists(densities, density => density <= 0) || !(least > 0 && double.IsFinite(least)))
            {
                throw new ArtifactException($"A reach of form '{Name}' is not a finite number of 0 or more, or a density or the least reach is not one above 0. Make the model again.");
            }

            (_reaches, _densities, _least) = (reaches, densities, least);
        }

        /// <inheritdoc/>
        protected override double Score(ReadOnlySpan<ulong> nearest)
        {
            var (wanted, reach, density) = ((double)Neighbors, 0.0, 0.0);
            foreach (var key in nearest)
            {
                var share = Share(key, wanted);
                wanted -= share;
                var point = NearestKeys.Point(key);
                reach += share * Math.Max(_reaches[point], Distance(key));
                density += share * _densities[point];
            }

            var rows = Neighbors - wanted;
            return Math.Min(Math.Max(reach / rows, _least) * (density / rows), double.MaxValue);
        }
    }
}
