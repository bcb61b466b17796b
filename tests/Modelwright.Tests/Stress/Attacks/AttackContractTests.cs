using Modelwright.Stress.Attacks;
using Modelwright.Testing;
using Modelwright.Testing.Attacks;

namespace Modelwright.Tests.Stress.Attacks;

public sealed class AttackContractTests
{
    private static readonly ContractCheck[] All = [.. BuiltInAttacks.All.SelectMany(AttackSuite.Checks)];

    public static TheoryData<string, string> Checks => [.. All.Select(check => (check.Subject, check.Name))];

    [Theory]
    [MemberData(nameof(Checks))]
    public void Contract_EveryAttack_Holds(string attack, string check) =>
        All.Single(one => one.Subject == attack && one.Name == check).Run();
}
