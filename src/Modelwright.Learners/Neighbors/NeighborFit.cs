using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms.Neighbors;

namespace Modelwright.Learners.Neighbors;

/// <summary>The points of a fit and their answers, from which forms of any number of neighbours are made.</summary>
internal sealed class NeighborFit
{
    private readonly IReadOnlyList<string> _classes;
    private readonly NumberTargets? _numbers;
    private readonly ClassTargets? _shares;

    /// <summary>Places the rows and, where there are many, grows the forest.</summary>
    public NeighborFit(TrainingSet data, NeighborChoice choice, FitContext context)
    {
        var space = PointSpace.Of(data, choice, context.Cancellation);
        var points = new PointSet(data, space, DrawnRows.Of(data.Features.RowCount, choice.MaxRows, context.Seed));
        context.Cancellation.ThrowIfCancellationRequested();
        _classes = data.Classes;
        _numbers = data.Target is NumberColumn ? PointTargets.Numbers(data, points) : null;
        _shares = data.Target is CategoryColumn ? PointTargets.Classes(data, points) : null;
        var forest = choice.IsForest(points.Count) ? new ForestGrower(points, context).Grow(choice.Trees) : null;
        Trees = forest?.Trees(points.Count) ?? choice.Trees;
        Index = new(new(space, points.Values, points.Count) { Forest = forest, Candidates = choice.Candidates });
    }

    /// <summary>Finds neighbours.</summary>
    public NeighborIndex Index { get; }

    /// <summary>Trees that were grown; as many as asked where none are needed.</summary>
    public int Trees { get; }

    /// <summary>The form with some number of neighbours.</summary>
    public IForm Form(int neighbors, NeighborVote vote) => _numbers is not null
        ? new NumberNeighborsForm(Index, _numbers, new(neighbors, vote))
        : new ClassNeighborsForm(Index, _shares!, _classes, new(neighbors, vote));
}
