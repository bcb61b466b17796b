namespace Modelwright.Serving.Storming;

/// <summary>All ways to be wrong, and one to be right: whatever comes beside, that is answered.</summary>
internal static class StormKinds
{
    public static readonly StormKind[] All =
    [
        new("good rows", (requests, random) => requests.Good(random)) { MustPass = true },
        new("cut bodies", (requests, random) => requests.Body(random, Bodies.Cut(random, requests.Some(random)))),
        new("changed bytes", (requests, random) => requests.Body(random, Bodies.Changed(random, requests.Some(random)))),
        new("deep", (requests, random) => requests.Body(random, Bodies.Deep(random), isBatchToo: false)) { MustFail = true },
        new("many rows", (requests, random) => requests.Rows(random)) { MustFail = true },
        new("too long", (requests, random) => requests.Long(random)) { MayEnd = true, MustFail = true },
        new("odd numbers", (requests, random) => requests.Body(random, Bodies.Numbers(random, requests.Some(random)))),
        new("odd texts", (requests, random) => requests.Body(random, Bodies.Texts(random, requests.Some(random)))),
        new("keys told twice", (requests, random) => requests.Body(random, Bodies.Twice(random, requests.Some(random)))),
        new("odd tensors", (requests, random) => requests.Tensor(random)),
        new("odd batches", (requests, random) => requests.Batch(random)),
        new("odd headers", (requests, random) => requests.Headers(random)),
        new("paths that lead elsewhere", (requests, random) => requests.Elsewhere(random, Elsewhere.InAddresses)) { MustFail = true },
        new("dots in paths", (requests, random) => requests.Elsewhere(random, Elsewhere.Dots)),
        new("names that lead elsewhere", (requests, random) => requests.Names(random)) { MustFail = true },
        new("changed packages", (requests, random) => requests.Package(random)),
        new("wrong lengths", (requests, random) => Wire.Lengths(random, requests)) { MayEnd = true, IsCut = true },
        new("no HTTP", (requests, random) => Wire.Noise(random, requests)) { MayEnd = true, IsCut = true },
    ];
}
