namespace Modelwright.Testing.Tests;

/// <summary>Runs whole suites over plug-ins that keep or break their promises.</summary>
internal static class Suite
{
    /// <summary>Expects every check to hold.</summary>
    public static void Holds(IEnumerable<ContractCheck> checks) =>
        Assert.Empty(Failures(checks).Select(failure => failure.Text));

    /// <summary>Expects exactly the named checks to fail, each with a text of plug-in, case and what was expected.</summary>
    /// <param name="family">The word the texts begin with.</param>
    /// <param name="checks">The suite over a plug-in that breaks a promise.</param>
    /// <param name="expected">Names of checks, apart by spaces, without the task or kind in brackets after them.</param>
    public static void Fails(string family, IEnumerable<ContractCheck> checks, string expected)
    {
        var failures = Failures(checks);
        var (wanted, found) = (Sorted(expected.Split(' ')), Sorted(failures.Select(failure => failure.Check.Name.Split(' ')[0]).Distinct()));
        Assert.True(wanted == found, $"Expected to fail: {wanted}\nFailed: {found}");
        Assert.All(failures, failure =>
        {
            Assert.StartsWith($"{family} '{failure.Check.Subject}', {failure.Check.Name}: ", failure.Text, StringComparison.Ordinal);
            Assert.Contains("expected", failure.Text, StringComparison.Ordinal);
        });
    }

    private static string Sorted(IEnumerable<string> names) => string.Join(' ', names.Order(StringComparer.Ordinal));

    private static List<(ContractCheck Check, string Text)> Failures(IEnumerable<ContractCheck> checks)
    {
        List<(ContractCheck Check, string Text)> failures = [];
        foreach (var check in checks)
        {
            try
            {
                check.Run();
            }
            catch (ContractException broken)
            {
                failures.Add((check, broken.Message));
            }
        }

        return failures;
    }
}
