using Modelwright.Core.Data;
using Modelwright.Runtime.Steps;

namespace Modelwright.Testing.Steps;

/// <summary>A step under test, and the short ways in which checks use it.</summary>
internal sealed class StepCase(StepSample sample, StepCatalog catalog)
{
    internal StepSample Sample => sample;

    internal string Name => sample.Step.Name;

    internal static void Expect(bool holds, string what)
    {
        if (!holds)
        {
            throw new ContractException(what);
        }
    }

    internal static void ExpectSame(Table expected, Table found, string what)
    {
        if (TableBits.Difference(expected, found) is { } difference)
        {
            throw new ContractException($"{what}, but {difference}.");
        }
    }

    internal StepFit Fit(Table rows, CancellationToken cancellation = default) => Fit(rows, Target(rows), cancellation);

    internal StepFit Fit(Table rows, Column target, CancellationToken cancellation = default) =>
        sample.Step.Fit(new(rows) { Target = target, Seed = 7, Cancellation = cancellation });

    internal StepFit Fit(Table rows, double[] weights) => sample.Step.Fit(new(rows) { Target = Target(rows), Seed = 7, Weights = weights });

    internal Column Target(Table rows) => sample.Target is null ? StepToy.Target(rows) : sample.Target(rows);

    internal MemoryArtifact Save(IFittedStep step)
    {
        var state = new MemoryArtifact();
        catalog.Write(state, step);
        return state;
    }

    internal IFittedStep Load(MemoryArtifact state) => catalog.Read(state);
}
