namespace Modelwright.Fuzz.Json;

/// <summary>JSON: one row for a predictor, or a file of one object a line. The first byte of a case says which.</summary>
internal sealed class JsonTarget : IFuzzTarget
{
    private const byte Lines = 0;
    private readonly RowJudge[] _rows = [new(0), new(2), new(3), new(0, hasLists: true)];
    private readonly LinesJudge _lines = new();

    /// <inheritdoc/>
    public string Name => "json";

    /// <inheritdoc/>
    public byte[] Make(Random random)
    {
        var kind = (byte)(random.Next(2) == 0 ? Lines : random.Next(1, _rows.Length + 1));
        return [kind, .. kind == Lines ? JsonMaker.File(random) : JsonMaker.Row(random, hasLists: kind == _rows.Length)];
    }

    /// <inheritdoc/>
    public Verdict Judge(byte[] input)
    {
        var kind = input.Length == 0 ? Lines : input[0];
        return kind == Lines ? _lines.Judge(input) : _rows[(kind - 1) % _rows.Length].Judge(input[1..]);
    }

    /// <inheritdoc/>
    public IEnumerable<byte[]> Smaller(byte[] input) => Pieces.LeftOut(input, 1);
}
