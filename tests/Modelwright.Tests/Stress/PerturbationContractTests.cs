using Modelwright.Stress.Perturbations;
using Modelwright.Testing;
using Modelwright.Testing.Perturbations;

namespace Modelwright.Tests.Stress;

public sealed class PerturbationContractTests
{
    private static readonly ContractCheck[] All = [.. BuiltInPerturbations.All.SelectMany(PerturbationSuite.Checks)];

    public static TheoryData<string, string> Checks => [.. All.Select(check => (check.Subject, check.Name))];

    [Theory]
    [MemberData(nameof(Checks))]
    public void Contract_EveryPerturbation_Holds(string perturbation, string check) =>
        All.Single(one => one.Subject == perturbation && one.Name == check).Run();
}
