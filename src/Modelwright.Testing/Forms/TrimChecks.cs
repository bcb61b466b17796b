using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Core.Learning.Contributions;
using Modelwright.Core.Learning.Trimming;
using Modelwright.Runtime.Packaging;

namespace Modelwright.Testing.Forms;

/// <summary>What a form says it never looks at may be anything, or not there at all.</summary>
internal static class TrimChecks
{
    private static readonly double[] Strange = [double.NaN, double.PositiveInfinity, double.NegativeInfinity, -0.0, double.MaxValue, -double.MaxValue, double.Epsilon];

    internal static IEnumerable<ContractCheck> Of(FormSample sample, FormCatalog catalog)
    {
        var (form, rows) = sample;
        if (form is ITrimmable trimmable)
        {
            yield return ContractCheck.Of("Form", form.Info.Name, "Trim_OnlyTheInputsThatStay_SameBits", () => WithoutUnread(form, trimmable.Trim(), rows));
            yield return ContractCheck.Of("Form", form.Info.Name, "Trim_AnythingInInputsThatGo_SameBits", () => WithStrangeValues(form, trimmable.Trim(), rows));
            yield return ContractCheck.Of("Form", form.Info.Name, "Trim_Twice_NothingMoreToLeaveOut", () =>
                FormAnswers.Expect(trimmable.Trim() is var once && once is ITrimmable again && ReferenceEquals(again.Trim(), once), "expected a trimmed form to be itself when trimmed again, found another"));
            yield return ContractCheck.Of("Form", form.Info.Name, "Trim_ReadBack_SameBits", () =>
                FormAnswers.ExpectSame(FormAnswers.Of(form, rows), FormAnswers.Of(FormBytes.Read(FormBytes.Write(trimmable.Trim()), catalog), rows), "trimmed and read back"));
        }
    }

    private static void WithoutUnread(IForm form, IForm trimmed, Table rows)
    {
        var names = trimmed.Info.Inputs.Select(input => input.Name).ToList();
        var own = form.Info.Inputs.Select(input => input.Name).ToList();
        FormAnswers.Expect(own.Where(names.Contains).SequenceEqual(names), "expected some of the form's inputs in their order when trimmed, found others");
        var alone = rows.Select(names);
        FormAnswers.ExpectSame(FormAnswers.Of(form, rows), FormAnswers.Of(trimmed, alone), "trimmed");
        if (form is IExplains { Unexplained: null } explains)
        {
            var (whole, part) = (Explained(form, explains, rows), Explained(trimmed, (IExplains)trimmed, alone));
            int[] stay = [.. names.Select(name => own.IndexOf(name))];
            for (var answer = 0; answer * own.Count < whole.Length; answer++)
            {
                var before = whole.AsSpan(answer * own.Count, own.Count).ToArray();
                if (before.Where((_, input) => !stay.Contains(input)).All(contribution => contribution == 0))
                {
                    FormAnswers.ExpectSame([.. stay.Select(input => before[input])], part.AsSpan(answer * names.Count, names.Count), "trimmed and explained");
                }
            }
        }
    }

    private static double[] Explained(IForm form, IExplains explains, Table rows)
    {
        var output = new double[rows.RowCount * explains.Base(ContributionScale.Answer).Length * form.Info.Inputs.Count];
        explains.Explain(rows, ContributionScale.Answer, output);
        return output;
    }

    private static void WithStrangeValues(IForm form, IForm trimmed, Table rows)
    {
        var stay = trimmed.Info.Inputs.Select(input => input.Name).ToHashSet(StringComparer.Ordinal);
        for (var shift = 0; shift < Strange.Length; shift++)
        {
            var changed = rows;
            foreach (var input in form.Info.Inputs.Where(input => !stay.Contains(input.Name)))
            {
                changed = changed.With(Odd(rows[input.Name], shift));
            }

            FormAnswers.ExpectSame(FormAnswers.Of(form, rows), FormAnswers.Of(form, changed), "with other values where it does not look");
        }
    }

    private static Column Odd(Column column, int shift)
    {
        int[] rows = [.. Enumerable.Range(shift, column.RowCount)];
        return column switch
        {
            NumberColumn => new NumberColumn(column.Name, [.. rows.Select(row => Strange[row % Strange.Length])]),
            CategoryColumn category => new CategoryColumn(column.Name, category.Levels, [.. rows.Select(row => (row % (category.Levels.Count + 1)) - 1)]),
            TimeColumn => new TimeColumn(column.Name, [.. rows.Select(row => row * TimeSpan.TicksPerDay)]),
            _ => new TextColumn(column.Name, [.. rows.Select(row => row % 2 == 0 ? null : "anything")]),
        };
    }
}
