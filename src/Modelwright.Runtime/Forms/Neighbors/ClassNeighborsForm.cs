using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;

namespace Modelwright.Runtime.Forms.Neighbors;

/// <summary>The shares of the classes among the nearest training rows. Holds those rows.</summary>
public sealed class ClassNeighborsForm : IForm, IPredictsClasses
{
    internal const string Name = "class_neighbors";
    private readonly int _most;
    private readonly int[] _starts;
    private readonly double[] _masses;

    /// <summary>Makes the form.</summary>
    /// <param name="index">The points.</param>
    /// <param name="targets">The classes of each point's rows.</param>
    /// <param name="classes">The classes, in the order of the codes.</param>
    /// <param name="settings">How many neighbours count, and how much.</param>
    /// <exception cref="ArtifactException">Lengths disagree, a code is no class, or a number is not sound.</exception>
    public ClassNeighborsForm(NeighborIndex index, ClassTargets targets, IReadOnlyList<string> classes, NeighborSettings settings)
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(targets);
        ArgumentNullException.ThrowIfNull(classes);
        ArgumentNullException.ThrowIfNull(settings);
        ClassScores.Check(Name, classes, ProbabilityLink.Identity, classes.Count);
        ClassTargetCheck.Check(Name, targets, index.Count, classes.Count);
        (Index, Targets, Classes, Settings) = (index, targets, classes, settings);
        (_starts, _masses) = Sums(targets);
        NeighborShares.Check(Name, settings, _masses, index.Count);
        _most = Math.Min(settings.Neighbors, index.Count);
        Info = new(Name, 1, index.Space.Inputs) { Bytes = index.Bytes + (4L * index.Count) + (12L * targets.Codes.Length), HoldsRows = true };
    }

    /// <summary>Finds the neighbours.</summary>
    public NeighborIndex Index { get; }

    /// <summary>The classes of the points.</summary>
    public ClassTargets Targets { get; }

    /// <summary>How many neighbours count, and how much.</summary>
    public NeighborSettings Settings { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Classes { get; }

    /// <inheritdoc/>
    public FormInfo Info { get; }

    /// <inheritdoc/>
    public void PredictProbabilities(Table rows, Span<double> output)
    {
        ArgumentNullException.ThrowIfNull(rows);
        RowChunks.CheckLength(output, rows.RowCount, Classes.Count);
        using var scan = new NeighborScan(Index, rows, _most);
        var vote = new NeighborVotes(_most);
        for (var start = 0; start < rows.RowCount; start += scan.Rows)
        {
            var keys = scan.Next(start);
            for (var row = 0; row < keys.Length / _most; row++)
            {
                vote.Read(Index, keys.Slice(row * _most, _most));
                Answer(vote.Points, vote.Distances, output.Slice((start + row) * Classes.Count, Classes.Count));
            }
        }
    }

    /// <summary>The answer of some neighbours.</summary>
    /// <param name="points">Numbers of points, nearest first; -1 where there is none.</param>
    /// <param name="distances">Their distances.</param>
    /// <param name="output">One probability a class.</param>
    public void Answer(ReadOnlySpan<int> points, ReadOnlySpan<double> distances, Span<double> output)
    {
        Span<double> shares = points.Length <= 128 ? stackalloc double[points.Length] : new double[points.Length];
        NeighborShares.Of(Settings, _masses, points, distances, shares);
        Targets.Doubt.CopyTo(output);
        for (var place = 0; place < points.Length; place++)
        {
            if (shares[place] > 0)
            {
                Add(points[place], shares[place], output);
            }
        }

        ClassScores.ScaleToOne(output);
    }

    /// <inheritdoc/>
    public void Write(IArtifactWriter writer)
    {
        NeighborRecord.Write(writer, Index.Points, Settings);
        writer.Texts("classes", Classes);
        writer.Integers("class_counts", Targets.Counts);
        writer.Integers("codes", Targets.Codes);
        writer.Numbers("masses", Targets.Masses);
        writer.Numbers("doubt", Targets.Doubt);
    }

    internal static ClassNeighborsForm Read(IArtifactReader reader)
    {
        var (points, settings) = NeighborRecord.Read(reader);
        var targets = new ClassTargets(reader.Integers("class_counts"), reader.Integers("codes"), reader.Numbers("masses"), reader.Numbers("doubt"));
        return new(new(points), targets, reader.Texts("classes"), settings);
    }

    private void Add(int point, double share, Span<double> output)
    {
        for (var entry = _starts[point]; entry < _starts[point + 1]; entry++)
        {
            output[Targets.Codes[entry]] += share * (Targets.Masses[entry] / _masses[point]);
        }
    }

    private static (int[] Starts, double[] Masses) Sums(ClassTargets targets)
    {
        var starts = new int[targets.Counts.Length + 1];
        var masses = new double[targets.Counts.Length];
        for (var point = 0; point < masses.Length; point++)
        {
            starts[point + 1] = starts[point] + targets.Counts[point];
            for (var entry = starts[point]; entry < starts[point + 1]; entry++)
            {
                masses[point] += targets.Masses[entry];
            }
        }

        return (starts, masses);
    }
}
