using Modelwright.Core.Data;
using Modelwright.Stress.Perturbations;
using Modelwright.Testing.Perturbations;

namespace Modelwright.Testing.Tests.Perturbations;

/// <summary>A perturbation that breaks one promise fails the check of that promise.</summary>
public sealed class BrokenPerturbationTests
{
    [Theory]
    [InlineData("never", "Suits_SomeColumn")]
    [InlineData("zero", "Apply_SeverityZero_ChangesNothing")]
    [InlineData("idle", "Apply_SeverityOne_ChangesSomething")]
    [InlineData("again", "Apply_SameDose_SameCells Apply_OtherCultures_SameCells Apply_EightThreads_SameCells")]
    [InlineData("others", "Apply_OtherColumns_Untouched")]
    [InlineData("jumps", "Apply_HigherSeverity_TouchesWhatALowerOneDoes")]
    [InlineData("few", "Apply_OneRowAndNone_NoError")]
    [InlineData("culture", "Apply_OtherCultures_SameCells")]
    [InlineData("order", "Apply_Order_TouchesItsFirst")]
    public void Checks_BrokenPromise_FailThatCheckAlone(string broken, string expected) =>
        Suite.Fails("Perturbation", PerturbationSuite.Checks(new Broken(broken)), expected);

    [Fact]
    public void Checks_SoundPerturbation_Hold() => Suite.Holds(PerturbationSuite.Checks(new Broken("nothing")));

    /// <summary>Missing values in one column of numbers, but for one promise.</summary>
    private sealed class Broken(string broken) : IPerturbation
    {
        private readonly IPerturbation _sound = BuiltInPerturbations.All.Single(known => known.Info.Name == "missing_values");
        private int _calls;

        public PerturbationInfo Info => _sound.Info;

        public bool Suits(ColumnSpec column, Schema schema) => column.Name == "age" && broken != "never";

        public Table Apply(Table rows, ColumnSpec column, PerturbationDose dose)
        {
            var perturbed = _sound.Apply(rows, column, Dose(dose));
            return broken switch
            {
                "zero" when dose.Severity == 0 => _sound.Apply(rows, column, dose with { Severity = 0.2 }),
                "idle" when dose.Severity == 1 && rows.RowCount > 1 => rows,
                "others" when dose.Severity == 1 => perturbed.With(rows["plan"].Take([.. Enumerable.Range(0, rows.RowCount)])),
                "few" when rows.RowCount == 0 => throw new InvalidOperationException("There is no first row."),
                _ => perturbed,
            };
        }

        private PerturbationDose Dose(PerturbationDose dose) => broken switch
        {
            "again" when dose.Severity is 0.5 or 1 => dose with { Severity = 0.5, Seed = Interlocked.Increment(ref _calls) },
            "jumps" when dose.Severity is > 0.5 and < 1 => dose with { Seed = dose.Seed + 1 },
            "culture" when System.Globalization.CultureInfo.CurrentCulture.Name == "tr-TR" => dose with { Severity = dose.Severity / 2 },
            "order" => dose with { Order = null },
            _ => dose,
        };
    }
}
