using Modelwright.Runtime.Forms;
using Modelwright.Runtime.Forms.Anomalies.Streaming;
using Modelwright.Testing;
using Modelwright.Testing.Streams;

namespace Modelwright.Runtime.Tests.Forms.Streaming;

public sealed class StreamContractTests
{
    private static readonly StreamSample[] Samples = [Sample(Streams.Form(new())), Sample(Streams.Form(new() { Memory = 100, Window = 3, Rest = 0 }, "a", "b"))];
    private static readonly ContractCheck[][] All = [.. Samples.Select(sample => StreamSuite.Checks(sample, BuiltInForms.Catalog).ToArray())];

    public static TheoryData<int, string> Checks
    {
        get
        {
            var data = new TheoryData<int, string>();
            for (var sample = 0; sample < All.Length; sample++)
            {
                foreach (var check in All[sample])
                {
                    data.Add(sample, check.Name);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Checks))]
    public void Contract_EveryFormOfStreams_Holds(int sample, string check) => All[sample].Single(one => one.Name == check).Run();

    [Fact]
    public void Samples_EveryFormOfTheList_HasOne() =>
        Assert.Equal(BuiltInForms.Streams.Select(reader => reader.Name).Order(StringComparer.Ordinal), Samples.Select(sample => sample.Form.Info.Name).Distinct().Order(StringComparer.Ordinal));

    private static StreamSample Sample(StreamForm form)
    {
        var values = Streams.Noise(240 * form.Info.Inputs.Count, 1);
        values[37] = double.NaN;
        values[150] = 40;
        return new(form, [.. Enumerable.Range(0, 240).Select(Streams.HalfHour)], values);
    }
}
