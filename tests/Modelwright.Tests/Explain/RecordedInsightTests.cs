using Modelwright.Core.Errors;
using Modelwright.Recording.Insights;

namespace Modelwright.Tests.Explain;

public sealed class RecordedInsightTests
{
    [Fact]
    public void Read_EvidenceWithoutIt_IsEmpty()
    {
        var insight = RecordedInsight.Read("{}", "model.mw");

        Assert.Null(insight.Importances);
        Assert.Empty(insight.Effects);
        Assert.Empty(insight.EffectMaps);
    }

    [Fact]
    public void Read_EvidenceOfALaterRelease_IsRead() =>
        Assert.Equal(
            7,
            RecordedInsight.Read("""{"importances": {"metric": "rmse", "data": "sealed_holdout", "rows": 7, "repeats": 1, "score": 1, "columns": [], "left_out": 0, "newer": 1}, "more": []}""", "model.mw").Importances!.Rows);

    [Theory]
    [InlineData("""{"effects": 5}""", "'effects' holds a value that cannot stand there.")]
    [InlineData("""{"effects": [{"column": "age", "rows": "many"}]}""", "'effects[0].rows' holds a value that cannot stand there.")]
    [InlineData("[]", "the document holds a value that cannot stand there.")]
    [InlineData("null", "The document is empty.")]
    [InlineData("oops", "'o' is an invalid start of a value.")]
    public void Read_OtherDocument_SaysWhatToDo(string json, string what) =>
        Assert.Equal(
            $"model.mw: the evidence in it cannot be read: {what} Train again, or fetch the file again from where it was made.",
            Assert.Throws<ArtifactException>(() => RecordedInsight.Read(json, "model.mw")).Message);
}
