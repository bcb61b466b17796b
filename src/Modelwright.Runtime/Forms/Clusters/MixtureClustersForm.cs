using System.Buffers;
using Modelwright.Core.Artifacts;
using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms.Kernel;
using Modelwright.Runtime.Numerics;

namespace Modelwright.Runtime.Forms.Clusters;

/// <summary>The most probable of several normal distributions.</summary>
/// <remarks>A row's distance is its Mahalanobis distance; its doubt is the probability of the second most probable cluster over that of the first.</remarks>
public sealed class MixtureClustersForm : IForm, IAssignsClusters
{
    internal const string Name = "mixture_clusters";
    private readonly FormInputs _inputs;

    /// <summary>Makes the form.</summary>
    /// <param name="state">The distributions.</param>
    /// <exception cref="ArtifactException">Lengths disagree, or a number is not sound.</exception>
    public MixtureClustersForm(MixtureClusters state)
    {
        ArgumentNullException.ThrowIfNull(state);
        _inputs = new(Name, state.Space.Inputs);
        MixtureClustersCheck.Check(Name, state);
        State = state;
        Info = new(Name, 1, state.Space.Inputs) { Bytes = 8L * (state.Means.Length + state.Factors.Length) };
    }

    /// <summary>The distributions.</summary>
    public MixtureClusters State { get; }

    /// <inheritdoc/>
    public int Clusters => State.Logs.Length;

    /// <inheritdoc/>
    public FormInfo Info { get; }

    /// <inheritdoc/>
    public void Assign(Table rows, Span<int> clusters, Span<double> distances, Span<double> doubts)
    {
        var bound = _inputs.Bind(rows);
        ClusterRoom.Check(rows.RowCount, clusters, distances, doubts);
        using var chunk = new RowChunks(_inputs, 0, rows.RowCount);
        var axes = _inputs.All.Count;
        var places = ArrayPool<double>.Shared.Rent((chunk.Rows + 1) * axes);
        for (var start = 0; start < rows.RowCount; start += chunk.Rows)
        {
            var count = Math.Min(chunk.Rows, rows.RowCount - start);
            State.Space.Place(chunk.Fill(bound, start, count), places);
            for (var row = 0; row < count; row++)
            {
                (clusters[start + row], distances[start + row], doubts[start + row]) =
                    Answer(places.AsSpan(row * axes, axes), places.AsSpan(chunk.Rows * axes, axes));
            }
        }

        ArrayPool<double>.Shared.Return(places);
    }

    /// <inheritdoc/>
    public void Write(IArtifactWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        InputRecord.Write(writer, State.Space.Inputs);
        writer.Numbers("centers", State.Space.Centers);
        writer.Numbers("scales", State.Space.Scales);
        writer.Numbers("logs", State.Logs);
        writer.Numbers("means", State.Means);
        writer.Numbers("factors", State.Factors);
        writer.Numbers("spreads", State.Spreads);
        writer.Flag("diagonal", State.IsDiagonal);
    }

    internal static MixtureClustersForm Read(IArtifactReader reader)
    {
        var space = new KernelSpace(InputRecord.Read(reader), reader.Numbers("centers"), reader.Numbers("scales"));
        var state = new MixtureClusters(space, reader.Numbers("logs"), reader.Numbers("means"), reader.Numbers("factors"), reader.Numbers("spreads"));
        return new(state with { IsDiagonal = reader.Flag("diagonal") });
    }

    private (int Cluster, double Distance, double Doubt) Answer(ReadOnlySpan<double> place, Span<double> apart)
    {
        var (cluster, squared, best, second) = (0, 0.0, double.NegativeInfinity, double.NegativeInfinity);
        for (var one = 0; one < State.Logs.Length; one++)
        {
            var distance = Squared(place, apart, one);
            var score = State.Logs[one] - (distance / 2);
            if (score > best)
            {
                (cluster, squared, best, second) = (one, distance, score, best);
            }
            else if (score > second)
            {
                second = score;
            }
        }

        return (cluster, Math.Sqrt(squared) / State.Spreads[cluster], double.IsFinite(second) ? PortableMath.Exp(second - best) : 0);
    }

    /// <summary>The square of the Mahalanobis distance.</summary>
    private double Squared(ReadOnlySpan<double> place, Span<double> apart, int cluster)
    {
        var means = State.Means.AsSpan(cluster * place.Length, place.Length);
        for (var axis = 0; axis < place.Length; axis++)
        {
            apart[axis] = place[axis] - means[axis];
        }

        var of = State.Factors.Length / State.Logs.Length;
        var factors = State.Factors.AsSpan(cluster * of, of);
        var (sum, from) = (0.0, 0);
        for (var axis = 0; axis < place.Length; axis++)
        {
            var along = 0.0;
            for (var other = State.IsDiagonal ? axis : 0; other <= axis; other++)
            {
                along += factors[from++] * apart[other];
            }

            sum += along * along;
        }

        return sum;
    }
}
