namespace Modelwright.Fuzz;

/// <summary>One door that hostile bytes may come through.</summary>
internal interface IFuzzTarget
{
    /// <summary>The name on the command line.</summary>
    string Name { get; }

    /// <summary>Makes a case. The same state of chance gives the same bytes.</summary>
    byte[] Make(Random random);

    /// <summary>Sends a case through the door and judges what comes out.</summary>
    Verdict Judge(byte[] input);

    /// <summary>Bytes that a case holds once it is unpacked: what its memory is measured by.</summary>
    int Size(byte[] input) => input.Length;

    /// <summary>Smaller cases that may fail in the same way, the smallest first.</summary>
    IEnumerable<byte[]> Smaller(byte[] input);
}
