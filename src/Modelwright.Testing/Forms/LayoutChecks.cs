using Modelwright.Core.Learning.Layouts;

namespace Modelwright.Testing.Forms;

/// <summary>A form that lets go of what it made beside itself answers as before, alone and while others ask.</summary>
internal static class LayoutChecks
{
    private const int Times = 20;

    internal static IEnumerable<ContractCheck> Of(FormSample sample)
    {
        if (sample.Form is IHoldsLayouts holder)
        {
            yield return ContractCheck.Of("Form", sample.Form.Info.Name, "ReleaseLayouts_AskedAgain_SameBits", () => Repeatedly(sample, holder));
            yield return ContractCheck.Of("Form", sample.Form.Info.Name, "ReleaseLayouts_WhileOthersAsk_SameBits", () => SideBySide(sample, holder));
        }
    }

    private static void Repeatedly(FormSample sample, IHoldsLayouts holder)
    {
        var before = FormAnswers.Of(sample.Form, sample.Rows);
        for (var time = 0; time < Times; time++)
        {
            holder.ReleaseLayouts();
            FormAnswers.ExpectSame(before, FormAnswers.Of(sample.Form, sample.Rows), "after its layouts were released");
        }
    }

    private static void SideBySide(FormSample sample, IHoldsLayouts holder)
    {
        var before = FormAnswers.Of(sample.Form, sample.Rows);
        Parallel.For(0, Times, time =>
        {
            if (time % 2 == 0)
            {
                holder.ReleaseLayouts();
            }

            FormAnswers.ExpectSame(before, FormAnswers.Of(sample.Form, sample.Rows), "while its layouts are released");
        });
    }
}
