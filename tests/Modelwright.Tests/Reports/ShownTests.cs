using CsCheck;
using Modelwright.Reports.Pages;
using Modelwright.Reports.Svg;

namespace Modelwright.Tests.Reports;

public sealed class ShownTests
{
    [Fact]
    public void Markup_AnyText_HoldsNoMarkup() => Gen.String.Sample(text =>
    {
        var shown = Shown.Markup(text);
        Assert.DoesNotContain('<', shown);
        Assert.DoesNotContain('>', shown);
        Assert.DoesNotContain('"', shown);
        Assert.DoesNotContain('\'', shown);
        Assert.DoesNotContain(shown, letter => char.IsControl(letter) && letter is not ('\n' or '\t'));
    });

    [Fact]
    public void Markdown_AnyText_StaysOnItsLineAndInItsCell() => Gen.String.Sample(text =>
    {
        var shown = Shown.Markdown(text);
        Assert.DoesNotContain('\n', shown);
        Assert.DoesNotContain('<', shown);
        Assert.DoesNotMatch(@"(?<!\\)(\\\\)*\|", shown);
    });

    [Theory]
    [InlineData("a<b & \"c\"", "a&lt;b &amp; &quot;c&quot;")]
    [InlineData("\u202Eesrever\u0007", "\uFFFDesrever\uFFFD")]
    public void Markup_Text_IsShownAsText(string text, string shown) => Assert.Equal(shown, Shown.Markup(text));

    [Fact]
    public void Markup_HalfALetter_IsReplaced() => Assert.Equal("\uFFFDa", Shown.Markup("\uD83Da"));

    [Fact]
    public void Shortened_LongText_EndsWithASignAndNoHalfLetter()
    {
        Assert.Equal("abc…", Shown.Shortened("abcdefgh", 4));
        Assert.Equal("ab…", Shown.Shortened("ab😀cdefgh", 4));
        Assert.Equal("abcd", Shown.Shortened("abcd", 4));
    }

    [Fact]
    public void Fit_AnyTextAndRoom_IsTheTextOrItsStart() => Gen.Select(Gen.String, Gen.Double[0, 200]).Sample((text, room) =>
    {
        var fitting = TextRoom.Fit(text, room);
        Assert.True(fitting == text || (fitting.EndsWith('…') && text.StartsWith(fitting[..^1], StringComparison.Ordinal)));
    });
}
