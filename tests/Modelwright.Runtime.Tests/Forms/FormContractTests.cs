using Modelwright.Runtime.Forms;
using Modelwright.Testing;
using Modelwright.Testing.Forms;

namespace Modelwright.Runtime.Tests.Forms;

public sealed class FormContractTests
{
    private static readonly ContractCheck[][] All = [.. SampleForms.All.Select(sample => FormSuite.Checks(sample, BuiltInForms.Catalog).ToArray())];

    public static TheoryData<int, string, string> Checks
    {
        get
        {
            var data = new TheoryData<int, string, string>();
            for (var sample = 0; sample < All.Length; sample++)
            {
                foreach (var check in All[sample])
                {
                    data.Add(sample, check.Subject, check.Name);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Checks))]
    public void Contract_EveryForm_Holds(int sample, string form, string check) =>
        All[sample].Single(one => one.Subject == form && one.Name == check).Run();

    [Fact]
    public void Samples_EveryFormOfTheList_HasOne() =>
        Assert.Equal(
            BuiltInForms.All.Select(reader => reader.Name).Order(StringComparer.Ordinal),
            SampleForms.All.Select(sample => sample.Form.Info.Name).Distinct().Order(StringComparer.Ordinal));
}
