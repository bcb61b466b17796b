using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Formulas;
using Modelwright.Runtime.Prediction;

namespace Modelwright.Testing.Forms;

/// <summary>A form that can be written as a formula answers the same numbers as the formula; one that cannot says which part of it.</summary>
internal static class FormulaChecks
{
    internal static IEnumerable<ContractCheck> Of(FormSample sample)
    {
        var (form, rows) = sample;
        if (form is IHasFormula)
        {
            yield return ContractCheck.Of("Form", form.Info.Name, "Formula_OfTheSameRows_SameNumbers", () => Compare(form, rows, rows));
        }
    }

    /// <summary>Compares a form with its formula; where it has none, a part must be told.</summary>
    /// <param name="form">The form.</param>
    /// <param name="rows">Rows to ask.</param>
    /// <param name="seen">Rows of training: the levels that the form leaves to its steps are those that they have.</param>
    internal static void Compare(IForm form, Table rows, Table seen)
    {
        var finite = Finite(rows);
        var model = new Model(form is IPredictsClasses ? LearningTask.Classification : LearningTask.Regression, Door(form, seen), form);
        if (Formula.Of(model, out var gaps) is not { } formula)
        {
            FormAnswers.Expect(gaps.Count > 0 && gaps.All(gap => gap.Part.Length > 0 && gap.Reason.Length > 0), "expected a form without a formula to name the part that has none, found no part");
            return;
        }

        FormAnswers.Expect(formula.Answer.Width == FormAnswers.Width(form), $"expected a formula of {FormAnswers.Width(form)} numbers a row, found {formula.Answer.Width}");
        var (expected, actual) = (FormAnswers.Of(form, finite), new double[finite.RowCount * formula.Answer.Width]);
        new FormulaEvaluation(formula).Answer(finite, actual);
        for (var place = 0; place < expected.Length; place++)
        {
            FormAnswers.Expect(expected[place].Equals(actual[place]) || expected[place] == actual[place], FormattableString.Invariant($"as a formula: expected answer {place} to be {expected[place]:R}, found {actual[place]:R}"));
        }
    }

    /// <summary>The columns that the form reads, as a schema; levels are those that the form knows, or those of the rows where it leaves them to its steps.</summary>
    private static Schema Door(IForm form, Table rows) => new([.. form.Info.Inputs.Select(input =>
    {
        var column = rows.TryGet(input.Name, out var found) ? found : null;
        return new ColumnSpec(input.Name, column?.Type ?? input.Type) { Levels = column is not CategoryColumn category ? [] : input.Levels.Count > 0 ? input.Levels : category.Levels };
    })]);

    /// <summary>Rows as they come through the door: numbers are finite or missing.</summary>
    private static Table Finite(Table rows)
    {
        var finite = rows;
        foreach (var column in rows.Columns.OfType<NumberColumn>())
        {
            var values = new double[column.RowCount];
            column.Values.CopyTo(values);
            finite = finite.With(new NumberColumn(column.Name, Array.ConvertAll(values, value => double.IsFinite(value) ? value : double.NaN)));
        }

        return finite;
    }
}
