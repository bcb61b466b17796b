using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Core.Learning.Abilities;

namespace Modelwright.Runtime.Forms.Anomalies.References;

/// <summary>Scores a row by how far its nearest training rows are, by means of points that stand for them.</summary>
/// <remarks>The distance to the k-th: Ramaswamy, Rastogi &amp; Shim 2000; the mean over the k nearest: Angiulli &amp; Pizzuti 2002.</remarks>
public sealed class NeighborDistanceForm : IForm, IExplainsStrangeness
{
    internal const string Name = "anomaly_distance";
    private readonly RowScores _rows;

    /// <summary>Makes the form.</summary>
    /// <param name="points">The points.</param>
    /// <param name="neighbors">Training rows that count, 1 to 1,000.</param>
    /// <param name="isMean">Whether the score is the mean over them; else the distance of the farthest.</param>
    /// <exception cref="ArtifactException">Lengths disagree, or a number is not sound.</exception>
    public NeighborDistanceForm(ReferencePoints points, int neighbors, bool isMean)
    {
        var scorer = new Scorer(points, neighbors, isMean);
        _rows = new(Name, points.Space.Inputs, scorer);
        (Points, Neighbors, IsMean) = (points, neighbors, isMean);
        Info = new(Name, 1, points.Space.Inputs) { Bytes = (8L * points.Places.Length) + (16L * points.Count), HoldsRows = points.AreRows };
    }

    /// <summary>The points.</summary>
    public ReferencePoints Points { get; }

    /// <summary>Training rows that count.</summary>
    public int Neighbors { get; }

    /// <summary>Whether the score is the mean over them.</summary>
    public bool IsMean { get; }

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
        writer.Flag("is_mean", IsMean);
    }

    internal static NeighborDistanceForm Read(IArtifactReader reader)
    {
        var (points, neighbors) = ReferenceRecord.Read(reader);
        return new(points, neighbors, reader.Flag("is_mean"));
    }

    private sealed class Scorer(ReferencePoints points, int neighbors, bool isMean) : ReferenceScorer(Name, points, neighbors)
    {
        /// <inheritdoc/>
        protected override double Score(ReadOnlySpan<ulong> nearest)
        {
            var (wanted, sum, farthest) = ((double)Neighbors, 0.0, 0.0);
            foreach (var key in nearest)
            {
                var (share, distance) = (Share(key, wanted), Distance(key));
                wanted -= share;
                sum += share * distance;
                farthest = Math.Max(farthest, distance);
            }

            return isMean ? sum / (Neighbors - wanted) : farthest;
        }
    }
}
