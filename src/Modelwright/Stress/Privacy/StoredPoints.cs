using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms.Blend;
using Modelwright.Runtime.Forms.Calibrated;
using Modelwright.Runtime.Forms.Kernel;
using Modelwright.Runtime.Forms.Neighbors;
using Modelwright.Runtime.Forms.Pipelines;
using Modelwright.Runtime.Forms.Stack;
using Modelwright.Runtime.Steps;

namespace Modelwright.Stress.Privacy;

/// <summary>The places of training rows that stand in one part of a form, and where other rows would stand there.</summary>
/// <param name="Prints">One a stored place.</param>
/// <param name="Steps">What turns columns into the inputs of that part.</param>
/// <param name="Place">The print of the place of each row of inputs.</param>
internal sealed record StoredPoints(HashSet<ulong> Prints, IReadOnlyList<IFittedStep> Steps, Func<Table, ulong[]> Place)
{
    /// <summary>All such parts of a form, however deep they stand; a second layer, whose inputs are answers, is not looked at.</summary>
    /// <param name="form">Any form.</param>
    public static IEnumerable<StoredPoints> In(IForm form) => In(form, []);

    /// <summary>For each row whether its place stands in this part.</summary>
    /// <param name="rows">Rows in the types of the schema.</param>
    public bool[] Hold(Table rows)
    {
        var inputs = rows;
        foreach (var step in Steps)
        {
            inputs = step.Apply(inputs);
        }

        return Array.ConvertAll(Place(inputs), Prints.Contains);
    }

    private static IEnumerable<StoredPoints> In(IForm form, IReadOnlyList<IFittedStep> steps) => form switch
    {
        SteppedForm stepped => In(stepped.Form, [.. steps, .. stepped.Steps]),
        ClassCalibratedForm calibrated => In(calibrated.Form, steps),
        ClassBlendForm blend => blend.Members.SelectMany(member => In(member, steps)),
        NumberBlendForm blend => blend.Members.SelectMany(member => In(member, steps)),
        ClassStackForm stack => stack.Members.SelectMany(member => In(member, steps)),
        NumberStackForm stack => stack.Members.SelectMany(member => In(member, steps)),
        ClassNeighborsForm neighbors => [Of(neighbors.Index, steps)],
        NumberNeighborsForm neighbors => [Of(neighbors.Index, steps)],
        ClassKernelForm { Expansion: PointExpansion points } => [Of(points, steps)],
        NumberKernelForm { Expansion: PointExpansion points } => [Of(points, steps)],
        _ => [],
    };

    private static StoredPoints Of(NeighborIndex index, IReadOnlyList<IFittedStep> steps)
    {
        var axes = index.Space.Inputs.Count;
        ulong[] PrintsOf(float[] places) => RowPrints.OfPlaces(Array.ConvertAll(places, axis => (double)axis), axes);
        return new([.. PrintsOf(index.Points.Values)], steps, rows => PrintsOf(index.Space.Place(rows)));
    }

    private static StoredPoints Of(PointExpansion points, IReadOnlyList<IFittedStep> steps)
    {
        var axes = points.Space.Inputs.Count;
        return new([.. RowPrints.OfPlaces(points.Points, axes)], steps, rows => RowPrints.OfPlaces(points.Space.Place(rows), axes));
    }
}
