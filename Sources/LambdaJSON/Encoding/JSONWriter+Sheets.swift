extension JSONWriter {
    /// Where a container that is not the top one writes.
    @inline(never)
    @_optimize(size)
    func place(_ place: Place, _ kind: Kind) -> Place {
        guard isCurrent(place.record, place.id) else { return discard(kind, place) }
        guard records[place.record].isClosed else {
            while top > place.record { closeTop() }
            return place
        }
        let record = records[place.record]
        if record.tail >= 0 {
            let tail = tails[record.tail]
            return tail.writer.place(tail, kind)
        }
        let sheet = attachSheet(at: record.mark, path: path(of: place))
        let id = sheet.push(kind == .object ? .objectTail : .arrayTail)
        sheet.records[0].contentStart = record.contentStart == record.mark ? 0 : -1
        sheet.records[0].current = record.current
        let tail = Place(writer: sheet, record: 0, id: id)
        records[place.record].tail = tails.count
        tails.append(tail)
        return tail
    }

    /// An encoder for the next value, which may be used at any time until this one is finished.
    @inline(never)
    @_optimize(size)
    func superEncoder(of place: Place, key: PathKey) -> JSONValueEncoder {
        // The text does not show the element that is going to be spliced in here.
        records[place.record].contentStart = -1
        let sheet = attachSheet(at: count, path: path(of: place) + [key])
        let id = sheet.push(.vacant)
        return JSONValueEncoder(Place(writer: sheet, record: 0, id: id))
    }

    @inline(never)
    @_optimize(size)
    private func attachSheet(at position: Int, path: [any CodingKey]) -> JSONWriter {
        let sheet = JSONWriter(session: session, pathPrefix: path, capacity: 64)
        splices.append(Splice(position: position, order: splices.count, sheet: sheet))
        return sheet
    }

    @inline(never)
    @_optimize(size)
    func spliceSheets(from start: Int) {
        var due = removeSplices(from: start)
        due.sortInPlace { ($0.position, $0.order) < ($1.position, $1.order) }
        guard let first = due.first?.position else { return }
        var rest: [UInt8] = []
        var position = first
        for splice in due {
            splice.sheet.finish(0)
            rest.append(contentsOf: text(from: position, to: splice.position))
            rest.append(contentsOf: UnsafeRawBufferPointer(splice.sheet.written))
            position = splice.position
        }
        rest.append(contentsOf: text(from: position, to: count))
        replace(from: first, with: rest)
    }

    private func text(from start: Int, to end: Int) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(start: base + start, count: end - start)
    }

    /// Takes the sheets away that belong behind a position.
    @discardableResult
    @inline(never)
    @_optimize(size)
    func removeSplices(from position: Int) -> [Splice] {
        var removed: [Splice] = []
        var kept: [Splice] = []
        for splice in splices {
            if splice.position < position { kept.append(splice) } else { removed.append(splice) }
        }
        splices = kept
        return removed
    }

    /// A place whose text nobody reads, for a container that must not be used.
    @inline(never)
    @_optimize(size)
    func discard(_ kind: Kind, _ place: Place) -> Place {
        session.fail(
            error(
                "Expected a container that fits what its encoder has written and is still in use",
                (any Encoder).self,
                path: path(of: place)
            )
        )
        return JSONWriter(session: session).pushContainer(kind)
    }
}
