using CsCheck;
using Modelwright.Stress.Attacks.Texts;

namespace Modelwright.Tests.Stress.Attacks.Texts;

public sealed class TextEditTests
{
    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("one")]
    [InlineData(" one\ttwo \n three ")]
    public void TextWords_Unchanged_AreTheText(string text) => Assert.Equal(text, TextWords.Of(text).ToString());

    [Fact]
    public void TextWords_AnyText_ComesBackToTheLetter() => Gen.String.Sample(text => Assert.Equal(text, TextWords.Of(text).ToString()));

    [Fact]
    public void TextWords_WordLeftOut_TakesTheSpaceBeforeIt()
    {
        var text = TextWords.Of("one two  three");

        Assert.Equal(3, text.Count);
        Assert.Equal("one  three", text.With(1, "").ToString());
        Assert.Equal("one two", text.With(2, "").ToString());
        Assert.Equal(" two  three", text.With(0, "").ToString());
        Assert.Equal("one 2  three", text.With(1, "2").ToString());
    }

    [Fact]
    public void WordEdits_AnyWord_DifferFromItAndAreNear() => Gen.Select(Gen.Char.AlphaNumeric.Array[1, 12].Select(letters => new string(letters)), Gen.Int[0, 1000]).Sample((word, seed) =>
    {
        var edits = WordEdits.Of(word, new Random(seed));

        Assert.DoesNotContain(word, edits);
        Assert.Equal(edits.Distinct(), edits);
        Assert.All(edits, edit => Assert.InRange(edit.Length, word.Length - 1, word.Length + 1));
    });

    [Fact]
    public void WordEdits_LettersOfTwoParts_AreNotCutInTwo() => Gen.Int[0, 1000].Sample(seed =>
        Assert.All(WordEdits.Of("a👍b", new Random(seed)), edit => Assert.Contains("👍", edit, StringComparison.Ordinal)));

    [Fact]
    public void WordEdits_SameChance_SameEdits() => Assert.Equal(WordEdits.Of("monthly", new Random(5)), WordEdits.Of("monthly", new Random(5)));
}
