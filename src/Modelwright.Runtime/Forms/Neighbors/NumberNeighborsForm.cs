using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Numerics;

namespace Modelwright.Runtime.Forms.Neighbors;

/// <summary>The mean answer of the nearest training rows. Holds those rows.</summary>
public sealed class NumberNeighborsForm : IForm, IPredictsNumbers
{
    internal const string Name = "number_neighbors";
    private readonly int _most;

    /// <summary>Makes the form.</summary>
    /// <param name="index">The points.</param>
    /// <param name="targets">The answer of each point.</param>
    /// <param name="settings">How many neighbours count, and how much.</param>
    /// <exception cref="ArtifactException">Lengths disagree, or a number is not sound.</exception>
    public NumberNeighborsForm(NeighborIndex index, NumberTargets targets, NeighborSettings settings)
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(targets);
        ArgumentNullException.ThrowIfNull(settings);
        NeighborShares.Check(Name, settings, targets.Masses, index.Count);
        if (targets.Means.Length != index.Count || !SoundArrays.AreFinite(targets.Means))
        {
            throw new ArtifactException($"Form '{Name}' has {targets.Means.Length} answers for {index.Count} points, or one that is not finite. Give a finite one for each point.");
        }

        (Index, Targets, Settings) = (index, targets, settings);
        _most = Math.Min(settings.Neighbors, index.Count);
        Info = new(Name, 1, index.Space.Inputs) { Bytes = index.Bytes + (16L * index.Count), HoldsRows = true };
    }

    /// <summary>Finds the neighbours.</summary>
    public NeighborIndex Index { get; }

    /// <summary>The answers of the points.</summary>
    public NumberTargets Targets { get; }

    /// <summary>How many neighbours count, and how much.</summary>
    public NeighborSettings Settings { get; }

    /// <inheritdoc/>
    public FormInfo Info { get; }

    /// <inheritdoc/>
    public void Predict(Table rows, Span<double> output)
    {
        ArgumentNullException.ThrowIfNull(rows);
        RowChunks.CheckLength(output, rows.RowCount, 1);
        using var scan = new NeighborScan(Index, rows, _most);
        var vote = new NeighborVotes(_most);
        for (var start = 0; start < rows.RowCount; start += scan.Rows)
        {
            var keys = scan.Next(start);
            for (var row = 0; row < keys.Length / _most; row++)
            {
                vote.Read(Index, keys.Slice(row * _most, _most));
                output[start + row] = Answer(vote.Points, vote.Distances);
            }
        }
    }

    /// <summary>The answer of some neighbours.</summary>
    /// <param name="points">Numbers of points, nearest first; -1 where there is none.</param>
    /// <param name="distances">Their distances.</param>
    /// <returns>Their mean, each counted by its share; steps of the mean stay within the answers' range.</returns>
    public double Answer(ReadOnlySpan<int> points, ReadOnlySpan<double> distances)
    {
        Span<double> shares = points.Length <= 128 ? stackalloc double[points.Length] : new double[points.Length];
        NeighborShares.Of(Settings, Targets.Masses, points, distances, shares);
        var (mean, sum) = (0.0, 0.0);
        for (var place = 0; place < points.Length; place++)
        {
            if (shares[place] > 0)
            {
                sum += shares[place];
                var share = shares[place] / sum;
                mean = (mean * (1 - share)) + (Targets.Means[points[place]] * share);
            }
        }

        return Math.Clamp(mean, -double.MaxValue, double.MaxValue);
    }

    /// <inheritdoc/>
    public void Write(IArtifactWriter writer)
    {
        NeighborRecord.Write(writer, Index.Points, Settings);
        writer.Numbers("masses", Targets.Masses);
        writer.Numbers("means", Targets.Means);
    }

    internal static NumberNeighborsForm Read(IArtifactReader reader)
    {
        var (points, settings) = NeighborRecord.Read(reader);
        return new(new(points), new(reader.Numbers("masses"), reader.Numbers("means")), settings);
    }
}
