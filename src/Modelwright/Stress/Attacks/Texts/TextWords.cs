namespace Modelwright.Stress.Attacks.Texts;

/// <summary>A text as words with what stands between them, so that one word can be changed and the rest stays to the letter.</summary>
internal sealed class TextWords
{
    private readonly string[] _words;
    private readonly string[] _between;

    private TextWords(string[] words, string[] between) => (_words, _between) = (words, between);

    /// <summary>Cuts a text at white space.</summary>
    public static TextWords Of(string text)
    {
        var (words, between) = (new List<string>(), new List<string>());
        var at = 0;
        while (true)
        {
            var start = at;
            while (at < text.Length && char.IsWhiteSpace(text[at]))
            {
                at++;
            }

            between.Add(text[start..at]);
            if (at == text.Length)
            {
                return new([.. words], [.. between]);
            }

            start = at;
            while (at < text.Length && !char.IsWhiteSpace(text[at]))
            {
                at++;
            }

            words.Add(text[start..at]);
        }
    }

    /// <summary>Number of words.</summary>
    public int Count => _words.Length;

    /// <summary>One of the words.</summary>
    public string this[int word] => _words[word];

    /// <summary>The same with one word changed; an empty one leaves its place open, so that the others keep their numbers.</summary>
    public TextWords With(int word, string text) => new([.. _words[..word], text, .. _words[(word + 1)..]], _between);

    /// <summary>The text; where a word was left out, so is the white space before it.</summary>
    public override string ToString()
    {
        var text = new System.Text.StringBuilder();
        for (var word = 0; word < _words.Length; word++)
        {
            text.Append(_words[word].Length == 0 && word > 0 ? "" : _between[word]).Append(_words[word]);
        }

        return text.Append(_between[^1]).ToString();
    }
}
